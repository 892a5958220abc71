using CodeRelay.Analysis;

namespace CodeRelay.Rules.Setup;

/// <summary>One event has our hook more than once, or beside the hook that it replaces.</summary>
internal sealed class RLY8002HookRegisteredTwice : SetupRule
{
    public override RuleInfo Info { get; } = new("RLY8002", "hook-registered-twice", Severity.Warning, "one event runs the hook twice")
    {
        NoFix = "which of the two hooks stays is the user's choice",
    };
}
