using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Rules;

namespace CodeRelay.Agents.Reports;

/// <summary>The result of `coderelay status`.</summary>
/// <param name="Result">The check of the packets and instruction files.</param>
/// <param name="Packets">One entry for each packet.</param>
/// <param name="Hooks">One entry for each runtime in use here.</param>
internal sealed record StatusReport(AnalysisResult Result, IReadOnlyList<PacketStatus> Packets, IReadOnlyList<RuntimeHooks> Hooks)
{
    public Repository Repository => Result.Input.Repository;

    public Configuration Configuration => Result.Input.Configuration;

    public static StatusReport Read(Repository repository)
    {
        var input = AnalysisInput.Of(repository, Configuration.Load(repository)).WithAgents() with { AlsoNeeds = Facts.Head | Facts.WorkingTree | Facts.PacketHistory };
        var result = RuleCatalog.Check(input, Baseline.Load(repository, Baseline.FileName));
        return new StatusReport(
            result,
            [.. input.Packets.Select(packet => PacketStatus.Read(repository, packet))],
            [.. RuntimeCatalog.All.Where(runtime => runtime.IsDetected(repository.Root, UserEnvironment.Current)).Select(runtime => RuntimeHooks.Read(repository, runtime))]);
    }
}

/// <summary>The places of a runtime's hooks.</summary>
/// <param name="Id">The runtime's.</param>
/// <param name="Project">True when the repository's settings contain them.</param>
/// <param name="User">True when the user's settings contain them.</param>
/// <param name="Problem">The reason why the settings could not be read, or null.</param>
internal sealed record RuntimeHooks(string Id, bool Project, bool User, string? Problem)
{
    public static RuntimeHooks Read(Repository repository, AgentRuntime runtime)
    {
        try
        {
            return new RuntimeHooks(
                runtime.Id,
                HookStatus.IsInstalled(runtime, SettingsLevel.Project, repository),
                HookStatus.IsInstalled(runtime, SettingsLevel.User, repository),
                Problem: null);
        }
        catch (SettingsException e)
        {
            return new RuntimeHooks(runtime.Id, Project: false, User: false, e.Message);
        }
    }
}

/// <summary>A packet with its age in commits and its tasks.</summary>
/// <param name="Packet">The packet.</param>
/// <param name="LastChange">The last commit that touched HANDOFF.md, or null when none did.</param>
/// <param name="IsEdited">True when HANDOFF.md has uncommitted changes.</param>
/// <param name="CommitsSince">Commits after <see cref="LastChange"/>; <see cref="History.SinceLimit"/> means that many or more.</param>
/// <param name="Tasks">The number of tasks in each state.</param>
/// <param name="Takeover">The gate's last verdict on the packet's current content, or null.</param>
internal sealed record PacketStatus(Packet Packet, Commit? LastChange, bool IsEdited, int CommitsSince, IReadOnlyDictionary<CheckBox, int> Tasks, TakeoverState? Takeover)
{
    public static PacketStatus Read(Repository repository, Packet packet)
    {
        var lastChange = repository.History.LastChange(packet.Handoff.Path);
        return new PacketStatus(
            packet,
            lastChange,
            repository.WorkingTree.Changes.Any(change => change.Path == packet.Handoff.Path),
            lastChange is null ? 0 : repository.History.Since(lastChange.Id).Count,
            CountTasks(packet.Find(DocumentKind.Tasks) ?? packet.Handoff),
            TakeoverState.Load(repository, packet.Handoff, UserEnvironment.Current));
    }

    private static Dictionary<CheckBox, int> CountTasks(Document document) =>
        document.Blocks.Where(block => block.CheckBox != CheckBox.None).CountBy(block => block.CheckBox).ToDictionary();
}
