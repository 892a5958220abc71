using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Agents.Setup.Editing;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Rules;

namespace CodeRelay.Agents.Reports;

/// <summary>What `coderelay status` shows.</summary>
/// <param name="Result">The check of the packets and instruction files.</param>
/// <param name="Packets">One entry for each packet.</param>
/// <param name="Hooks">One entry for each runtime that is used here.</param>
public sealed record StatusReport(AnalysisResult Result, IReadOnlyList<PacketStatus> Packets, IReadOnlyList<RuntimeHooks> Hooks)
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

/// <summary>Where the hooks of a runtime are.</summary>
/// <param name="Id">The runtime's.</param>
/// <param name="Project">True when the repository's settings have them.</param>
/// <param name="User">True when the user's settings have them.</param>
/// <param name="Problem">Why the settings could not be read, or null.</param>
public sealed record RuntimeHooks(string Id, bool Project, bool User, string? Problem)
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

/// <summary>A packet, how old it is in commits, and how its tasks stand.</summary>
/// <param name="Packet">The packet.</param>
/// <param name="LastChange">The last commit that touched HANDOFF.md, or null when none did.</param>
/// <param name="IsEdited">True when HANDOFF.md has changes that are not committed.</param>
/// <param name="CommitsSince">Commits after <see cref="LastChange"/>; <see cref="History.SinceLimit"/> means that many or more.</param>
/// <param name="Tasks">How many tasks are in which state.</param>
/// <param name="Takeover">What the gate last said about the packet as it stands, or null.</param>
public sealed record PacketStatus(Packet Packet, Commit? LastChange, bool IsEdited, int CommitsSince, IReadOnlyDictionary<CheckBox, int> Tasks, TakeoverState? Takeover)
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
