namespace CodeRelay.Analysis;

/// <summary>What is known about a rule without running it.</summary>
/// <param name="Id">`RLY` and four digits, never reused; of a team's own rule `TEAM` and digits.</param>
/// <param name="Name">Names the fault in kebab case; reads well after "allow".</param>
/// <param name="Severity">What a finding weighs unless configured.</param>
/// <param name="Summary">One line, lower case, no final stop.</param>
public sealed record RuleInfo(string Id, string Name, Severity Severity, string Summary)
{
    /// <summary>Whether findings may carry a fix.</summary>
    public FixSafety Fix { get; init; }

    /// <summary>Why there is no fix; required where <see cref="Fix"/> is None.</summary>
    public string NoFix { get; init; } = "";

    /// <summary>The item of a contract, P1 to P9, that a finding leaves open; null for a rule about anything else.</summary>
    public string? Item { get; init; }

    /// <summary>The facts that the driver asks for ahead, at the same time, when the rule is on.</summary>
    internal Facts Needs { get; init; }

    /// <summary>True for a rule whose findings are not yet trusted to be right; off unless configured.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The rule whose finding about the same stretch says more, so that this one's is left out; "" when there is none.</summary>
    public string YieldsTo { get; init; } = "";

    /// <summary>The area, told by the id.</summary>
    public RuleArea Area => Id.StartsWith(TeamRuleSetting.Prefix, StringComparison.Ordinal) ? RuleArea.Team : (RuleArea)(Id[3] - '0');

    /// <summary>Tells whether a text is the rule's id or name, ignoring case.</summary>
    public bool Answers(string idOrName) => Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase) || Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the rule's page can be read.</summary>
    public Uri HelpUri => new($"{Product.Home}/blob/main/docs/{(Area == RuleArea.Team ? "team-rules" : $"rules/{Id}")}.md");
}

/// <summary>Facts about a repository that cost a process or a walk; rules run in the order of these, so what takes longest has the highest value.</summary>
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
