using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Handoffs.Remote;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Hooks;

/// <summary>The handoffs of one hook call: the ones waiting for the session, and the one it leaves behind.</summary>
/// <param name="runtime">The calling runtime.</param>
/// <param name="here">The repository and inbox of the call.</param>
/// <param name="payload">The runtime's payload.</param>
/// <param name="environment">The user's machine.</param>
internal sealed class HookHandoffs(AgentRuntime runtime, CurrentRepository here, HookPayload payload, UserEnvironment environment)
{
    private static readonly TimeSpan RemoteTime = TimeSpan.FromSeconds(2);

    /// <summary>True when a handoff may wait; cheap, because every start asks.</summary>
    public bool IsWaiting => here.Inbox is { IsEmpty: false };

    /// <summary>Leases the waiting handoffs, or null when none waits.</summary>
    public Delivery? Deliver(int limit) =>
        IsWaiting ? Delivery.Of(here.Inbox!, limit, () => WorktreeFacts.Of(here.Inbox!.Owner.Repository)) : null;

    /// <summary>Fetches from the configured remote; without one, or without an answer in time, nothing happens.</summary>
    public void Fetch(Configuration configuration)
    {
        if (configuration.Relay.Remote is not { } remote || here.Inbox is not { Owner.RepositoryId: not null } inbox)
            return;
        try
        {
            RemoteFetcher.Fetch(inbox, remote, inbox.Owner.Name, RemoteTime, isUnasked: true);
        }
        catch (Exception e) when (e is RemoteException or IOException or UnauthorizedAccessException or GitException)
        {
            // Being offline is normal at session start; the inbox command reports it.
        }
    }

    /// <summary>Writes an automatic handoff if the configuration asks for one. It is for the next session; this one gets no output.</summary>
    public HookAnswer Leave(Configuration configuration, HookEvent occasion)
    {
        var name = HookEventNames.All[(int)occasion];
        if (!configuration.Relay.Automatic.Contains(name, StringComparer.Ordinal) || here.Inbox is not { } inbox)
            return HookAnswer.Silent;
        try
        {
            return AutomaticHandoff.Write(inbox.Owner, configuration, $"auto-{name}", payload.SessionId, payload.LastMessage, runtime.Id, environment) is { } written ? Announce(written) : HookAnswer.Silent;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or GitException or ConfigurationException)
        {
            // The stop policy still applies.
            return HookAnswer.Silent;
        }
    }

    private HookAnswer Announce(WrittenHandoff written) =>
        runtime.Hooks!.Tell($"The state before compaction is kept in a handoff that the next session start shows: {written.Path} (sentinel {written.Sentinel})");
}
