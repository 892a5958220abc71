using CodeRelay.Text;

namespace CodeRelay.Analysis;

/// <summary>One problem that a rule reports.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="File">Relative to the root, with '/'.</param>
/// <param name="Range">The reported range; the whole first line for a finding about the file.</param>
/// <param name="Message">Present tense, lower case, no final stop.</param>
public sealed record Finding(RuleInfo Rule, string File, TextRange Range, string Message)
{
    public Severity Severity { get; init; } = Rule.Severity;

    /// <summary>The highest severity of this finding, whatever the configuration sets for its rule; null for no limit.</summary>
    public Severity? Ceiling { get; init; }

    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    public Fix? Fix { get; init; }

    /// <summary>True when the range contains a secret, so that an excerpt of the source line must mask the range.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>A hash of rule, file and the words of the reported line, so that it survives moves of the line. Set by the analyzer.</summary>
    public string Fingerprint { get; init; } = "";
}
