namespace CodeRelay.Runtimes.Settings;

/// <summary>The hooks of agent-handoff, which are somebody else's: they are told and left alone.</summary>
internal static class AgentHandoff
{
    private static readonly string[] Scripts = ["/adapters/claude-code/hooks/surface-handoffs.sh", "/adapters/codex-cli/hooks/surface-handoffs.sh"];

    /// <param name="command">A command, possibly with quotes and a space behind it.</param>
    public static bool IsIts(string command) => Array.Exists(Scripts, script => command.TrimEnd(' ', '"', '\'').EndsWith(script, StringComparison.Ordinal));
}
