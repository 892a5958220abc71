using System.Diagnostics.CodeAnalysis;
using CodeRelay.Runtimes.ClaudeCode;
using CodeRelay.Runtimes.Codex;

namespace CodeRelay.Runtimes;

/// <summary>Every runtime that CodeRelay knows. A new one is a folder beside this file and one line here.</summary>
public static class RuntimeCatalog
{
    public static IReadOnlyList<AgentRuntime> All { get; } =
    [
        new ClaudeCodeRuntime(),
        new CodexRuntime(),
    ];

    /// <summary>Finds a runtime by id or alias.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out AgentRuntime? runtime)
    {
        runtime = All.FirstOrDefault(candidate => candidate.Id == name || candidate.Aliases.Contains(name, StringComparer.Ordinal));
        return runtime is not null;
    }
}
