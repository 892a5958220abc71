using CodeRelay.Analysis;

namespace CodeRelay.Rules.Setup;

/// <summary>A hook line of ours that names a script of the repository which does not exist or is not executable.</summary>
internal sealed class RLY8006HookScriptMissing : SetupRule
{
    public override RuleInfo Info { get; } = new("RLY8006", "hook-script-missing", Severity.Warning, "a hook line names a script that is not there or cannot be started")
    {
        NoFix = "`coderelay hooks install` writes the scripts; a check changes no files",
    };
}
