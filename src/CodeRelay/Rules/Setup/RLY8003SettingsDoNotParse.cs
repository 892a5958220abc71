using CodeRelay.Analysis;

namespace CodeRelay.Rules.Setup;

/// <summary>A settings file that does not parse, so that the runtime ignores all of it.</summary>
internal sealed class RLY8003SettingsDoNotParse : SetupRule
{
    public override RuleInfo Info { get; } = new("RLY8003", "settings-do-not-parse", Severity.Warning, "a settings file of an agent cannot be read")
    {
        NoFix = "what the broken line was meant to say is not known",
    };
}
