using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Git;

namespace CodeRelay.Agents.Reports;

/// <summary>How the runtimes stand, and the words for it that text and JSON share.</summary>
internal static class HooksReport
{
    /// <summary>Looks at the runtimes at the same time: each may have to be asked for its version.</summary>
    public static IReadOnlyList<HookStatus> Read(Repository repository, IReadOnlyList<AgentRuntime> runtimes) =>
        Task.WhenAll(runtimes.Select(runtime => Task.Run(() => HookStatus.Read(runtime, repository)))).GetAwaiter().GetResult();

    /// <summary>The word for what happened to a file.</summary>
    public static string Word(FileChangeKind kind) => kind switch
    {
        FileChangeKind.Wrote => "wrote",
        FileChangeKind.Merged => "merged",
        FileChangeKind.Removed => "removed",
        _ => "kept",
    };

    /// <summary>The word for whether the hooks would run.</summary>
    public static string Word(HookReadiness readiness) => readiness switch
    {
        HookReadiness.Yes => "yes",
        HookReadiness.AfterTrust => "after-trust",
        _ => "no",
    };

    /// <summary>The word for what a hook can do at the end of a turn.</summary>
    public static string StopWord(HookCapabilities capabilities) => capabilities.Stop switch { StopPower.Block => "block", StopPower.FollowUp => "follow-up", _ => "none" };

    /// <summary>The word for what a hook can do at the start of a session.</summary>
    public static string StartWord(HookCapabilities capabilities) => capabilities.InjectsAtSessionStart ? "inject" : "none";

    /// <summary>The word for whether there is an event before a compaction.</summary>
    public static string CompactWord(HookCapabilities capabilities) => capabilities.HasPreCompact ? "yes" : "none";
}
