namespace CodeRelay.Analysis;

/// <summary>An entry under `team-rules:`: what a team demands of its packet besides what everybody does.</summary>
/// <param name="Id">`TEAM` and digits.</param>
/// <param name="Message">What a finding says first, in the team's words.</param>
public sealed record TeamRuleSetting(string Id, string Message)
{
    /// <summary>What the ids begin with.</summary>
    public const string Prefix = "TEAM";

    public Severity Severity { get; init; } = Severity.Warning;

    /// <summary>A file's name, whatever its directory, or a glob for paths relative to the root.</summary>
    public string Files { get; init; } = "HANDOFF.md";

    /// <summary>A kind of section ("next") or the text of a heading; null for the whole file.</summary>
    public string? Section { get; init; }

    /// <summary>Each has to occur.</summary>
    internal IReadOnlyList<TextPattern> MustContain { get; init; } = [];

    /// <summary>None may occur.</summary>
    internal IReadOnlyList<TextPattern> MustNotContain { get; init; } = [];

    /// <summary>Whole words in a row that may not occur, whatever their case.</summary>
    internal IReadOnlyList<TextPattern> ForbiddenPhrases { get; init; } = [];

    /// <summary>Kinds of sections or texts of headings that have to be there.</summary>
    public IReadOnlyList<string> RequiredHeadings { get; init; } = [];

    /// <summary>How long the file or section may be.</summary>
    public Budget? Budget { get; init; }
}
