namespace CodeRelay.Analysis;

/// <summary>The metadata of a rule.</summary>
/// <param name="Id">`RLY` and four digits, never reused; `TEAM` and digits for a team rule.</param>
/// <param name="Name">The problem in kebab case; reads well after "allow".</param>
/// <param name="Severity">The default severity.</param>
/// <param name="Summary">One line, lower case, no final stop.</param>
public sealed record RuleInfo(string Id, string Name, Severity Severity, string Summary)
{
    /// <summary>Whether findings may carry a fix.</summary>
    public FixSafety Fix { get; init; }

    /// <summary>Why there is no fix; required where <see cref="Fix"/> is None.</summary>
    public string NoFix { get; init; } = "";

    /// <summary>The item of the contract, P1 to P9, that a finding marks as missing; null for any other rule.</summary>
    public string? Item { get; init; }

    /// <summary>The facts that the analyzer prefetches when the rule is enabled.</summary>
    internal Facts Needs { get; init; }

    /// <summary>True for a rule whose precision is not yet established; off unless configured.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The id of a more specific rule: its finding on the same range replaces this rule's; "" for none.</summary>
    public string YieldsTo { get; init; } = "";

    /// <summary>The area, derived from the id.</summary>
    public RuleArea Area => Id.StartsWith(TeamRuleSetting.Prefix, StringComparison.Ordinal) ? RuleArea.Team : (RuleArea)(Id[3] - '0');

    /// <summary>True when a text is the rule's id or name, ignoring case.</summary>
    public bool Answers(string idOrName) => Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase) || Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of the rule's page.</summary>
    public Uri HelpUri => new($"{Product.Home}/blob/main/docs/{(Area == RuleArea.Team ? "team-rules" : $"rules/{Id}")}.md");
}

/// <summary>Facts about a repository that cost a process or a directory walk. Rules run in the order of these values, so the slowest fact has the highest.</summary>
[Flags]
internal enum Facts
{
    None = 0,
    Head = 1,
    WorkingTree = 2,
    Files = 4,
    RecentHistory = 8,

    /// <summary>The last change of each HANDOFF.md.</summary>
    PacketHistory = 16,
}
