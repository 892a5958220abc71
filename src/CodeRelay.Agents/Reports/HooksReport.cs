using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Git;

namespace CodeRelay.Agents.Reports;

/// <summary>The state of the runtimes, and its names in text and JSON.</summary>
internal static class HooksReport
{
    /// <summary>Examines the runtimes in parallel, because each may be asked for its version.</summary>
    public static IReadOnlyList<HookStatus> Read(Repository repository, IReadOnlyList<AgentRuntime> runtimes) =>
        Task.WhenAll(runtimes.Select(runtime => Task.Run(() => HookStatus.Read(runtime, repository)))).GetAwaiter().GetResult();

    /// <summary>The name of a file change.</summary>
    public static string Word(FileChangeKind kind) => kind switch
    {
        FileChangeKind.Wrote => "wrote",
        FileChangeKind.Merged => "merged",
        FileChangeKind.Removed => "removed",
        _ => "kept",
    };

    /// <summary>The name of a readiness.</summary>
    public static string Word(HookReadiness readiness) => readiness switch
    {
        HookReadiness.Yes => "yes",
        HookReadiness.AfterTrust => "after-trust",
        _ => "no",
    };

    /// <summary>The name of the capability at the end of a turn.</summary>
    public static string StopWord(HookCapabilities capabilities) => capabilities.Stop switch { StopPower.Block => "block", StopPower.FollowUp => "follow-up", _ => "none" };

    /// <summary>The name of the capability at session start.</summary>
    public static string StartWord(HookCapabilities capabilities) => capabilities.InjectsAtSessionStart ? "inject" : "none";

    /// <summary>The name of the capability before a compaction.</summary>
    public static string CompactWord(HookCapabilities capabilities) => capabilities.HasPreCompact ? "yes" : "none";
}
