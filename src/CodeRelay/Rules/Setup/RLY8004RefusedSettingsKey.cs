using CodeRelay.Analysis;

namespace CodeRelay.Rules.Setup;

/// <summary>A key that the runtime does not know, and because of which it refuses the file that has our hooks.</summary>
internal sealed class RLY8004RefusedSettingsKey : SetupRule
{
    public override RuleInfo Info { get; } = new("RLY8004", "refused-settings-key", Severity.Warning, "a key makes the runtime refuse the whole settings file")
    {
        NoFix = "where else the key belongs is not known",
    };
}
