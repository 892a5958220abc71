using CodeRelay.Analysis;

namespace CodeRelay.Rules.Setup;

/// <summary>Settings of the repository have hooks of ours, and something in the same settings keeps them from running.</summary>
internal sealed class RLY8001DeadHook : SetupRule
{
    public override RuleInfo Info { get; } = new("RLY8001", "dead-hook", Severity.Warning, "a hook of CodeRelay is in the settings but never runs")
    {
        NoFix = "the settings belong to the user; `coderelay hooks install` adds missing events",
    };
}
