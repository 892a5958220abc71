using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes;

/// <summary>The environment variable that silences every hook.</summary>
internal static class HookSwitch
{
    public const string Variable = "CODERELAY_DISABLED";

    /// <summary>The value that silences hooks: anything but 0; null where they may answer.</summary>
    public static string? Value(UserEnvironment environment) => environment.Variable(Variable) is { } value && value != "0" ? value : null;
}
