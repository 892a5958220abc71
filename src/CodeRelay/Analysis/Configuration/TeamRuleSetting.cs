namespace CodeRelay.Analysis;

/// <summary>An entry under `team-rules:`: a check that a team adds to the built-in rules.</summary>
/// <param name="Id">`TEAM` followed by digits.</param>
/// <param name="Message">The first part of a finding's message, in the team's words.</param>
public sealed record TeamRuleSetting(string Id, string Message)
{
    /// <summary>The prefix of the ids.</summary>
    public const string Prefix = "TEAM";

    public Severity Severity { get; init; } = Severity.Warning;

    /// <summary>A file name in any directory, or a glob for paths relative to the root.</summary>
    public string Files { get; init; } = "HANDOFF.md";

    /// <summary>A kind of section ("next") or the text of a heading; null for the whole file.</summary>
    public string? Section { get; init; }

    /// <summary>Each must occur.</summary>
    internal IReadOnlyList<TextPattern> MustContain { get; init; } = [];

    /// <summary>None may occur.</summary>
    internal IReadOnlyList<TextPattern> MustNotContain { get; init; } = [];

    /// <summary>Sequences of whole words that may not occur, in any case.</summary>
    internal IReadOnlyList<TextPattern> ForbiddenPhrases { get; init; } = [];

    /// <summary>Kinds of sections, or texts of headings, that must exist.</summary>
    public IReadOnlyList<string> RequiredHeadings { get; init; } = [];

    /// <summary>The maximum size of the file or section.</summary>
    public Budget? Budget { get; init; }
}
