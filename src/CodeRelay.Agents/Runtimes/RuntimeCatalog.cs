using System.Diagnostics.CodeAnalysis;
using CodeRelay.Agents.Runtimes.Aider;
using CodeRelay.Agents.Runtimes.Amp;
using CodeRelay.Agents.Runtimes.ClaudeCode;
using CodeRelay.Agents.Runtimes.Cline;
using CodeRelay.Agents.Runtimes.Codex;
using CodeRelay.Agents.Runtimes.Copilot;
using CodeRelay.Agents.Runtimes.Cursor;
using CodeRelay.Agents.Runtimes.Gemini;
using CodeRelay.Agents.Runtimes.Generic;
using CodeRelay.Agents.Runtimes.Goose;
using CodeRelay.Agents.Runtimes.Kimi;
using CodeRelay.Agents.Runtimes.OpenCode;
using CodeRelay.Agents.Runtimes.Qwen;
using CodeRelay.Agents.Runtimes.VSCode;
using CodeRelay.Agents.Runtimes.Windsurf;

namespace CodeRelay.Agents.Runtimes;

/// <summary>Every runtime that CodeRelay knows. A new one is a folder beside this file and one line here.</summary>
internal static class RuntimeCatalog
{
    public static IReadOnlyList<AgentRuntime> All { get; } =
    [
        new ClaudeCodeRuntime(),
        new CodexRuntime(),
        new GeminiRuntime(),
        new CopilotRuntime(),
        new VSCodeRuntime(),
        new CursorRuntime(),
        new OpenCodeRuntime(),
        new QwenRuntime(),
        new KimiRuntime(),
        new GooseRuntime(),
        new ClineRuntime(),
        new WindsurfRuntime(),
        new AiderRuntime(),
        new AmpRuntime(),
        new GenericRuntime(),
    ];

    /// <summary>The runtimes that a new repository gets hooks for by default, as in the template.</summary>
    public static IReadOnlyList<AgentRuntime> Default => [.. All.Where(runtime => runtime.Id is "claude-code" or "codex")];

    /// <summary>Finds a runtime by id or alias.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out AgentRuntime? runtime)
    {
        foreach (var candidate in All)
        {
            if (candidate.Id == name || candidate.Aliases.Contains(name))
            {
                runtime = candidate;
                return true;
            }
        }

        runtime = null;
        return false;
    }

    /// <summary>The real caller: the runtime in the hook line, or one that shares its settings and is recognized by its payload.</summary>
    /// <param name="named">The runtime in the hook line.</param>
    /// <param name="payload">The payload.</param>
    internal static AgentRuntime CallerOf(AgentRuntime named, HookPayload payload) => payload.Shape == PayloadShape.Common || named.Hooks is not { } hooks || payload.Shape == hooks.Shape
        ? named
        : All.FirstOrDefault(other => other.Hooks?.Shape == payload.Shape && hooks.SharedWith.Contains(other.Id, StringComparer.Ordinal)) ?? named;
}
