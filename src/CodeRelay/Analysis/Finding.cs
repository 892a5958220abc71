using CodeRelay.Text;

namespace CodeRelay.Analysis;

/// <summary>What a rule reports.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="File">Relative to the root, with '/'.</param>
/// <param name="Range">Where; the whole first line when the file as a whole is meant.</param>
/// <param name="Message">Present tense, lower case, no final stop.</param>
public sealed record Finding(RuleInfo Rule, string File, TextRange Range, string Message)
{
    public Severity Severity { get; init; } = Rule.Severity;

    /// <summary>The most that this finding weighs, whatever the configuration gives its rule; null for no such bound.</summary>
    public Severity? Ceiling { get; init; }

    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    public Fix? Fix { get; init; }

    /// <summary>True when the range holds a secret: whatever prints the source line masks the range.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Survives moves of the line: a hash of rule, file and the reported line's own words. Set by the driver.</summary>
    public string Fingerprint { get; init; } = "";
}
