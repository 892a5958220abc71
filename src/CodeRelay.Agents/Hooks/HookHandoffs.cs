using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Handoffs.Remote;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Hooks;

/// <summary>The handoffs of one hook call: those that wait for the session, and those that it leaves behind.</summary>
/// <param name="runtime">Who calls.</param>
/// <param name="here">What the call is about.</param>
/// <param name="payload">What the runtime said.</param>
/// <param name="environment">The user's machine.</param>
internal sealed class HookHandoffs(AgentRuntime runtime, CurrentRepository here, HookPayload payload, UserEnvironment environment)
{
    private static readonly TimeSpan RemoteTime = TimeSpan.FromSeconds(2);

    /// <summary>Tells whether something may wait; cheap, and asked at every start.</summary>
    public bool IsWaiting => here.Inbox is { IsEmpty: false };

    /// <summary>Takes what waits, or null when nothing does.</summary>
    public Delivery? Deliver(int limit) =>
        IsWaiting ? Delivery.Of(here.Inbox!, limit, () => WorktreeFacts.Of(here.Inbox!.Station.Repository)) : null;

    /// <summary>Brings what waits on the configured remote; where there is none, or it does not answer in time, nothing happens.</summary>
    public void Fetch(Configuration configuration)
    {
        if (configuration.Relay.Remote is not { } remote || here.Inbox is not { Station.RepositoryId: not null } inbox)
            return;
        try
        {
            RemoteMail.Fetch(inbox, remote, inbox.Station.Name, RemoteTime, isUnasked: true);
        }
        catch (Exception e) when (e is RemoteException or IOException or UnauthorizedAccessException or GitException)
        {
            // Offline is no news at a session's start; the command says it.
        }
    }

    /// <summary>Leaves an automatic handoff where the configuration wants one. The next session is told by it; this one hears nothing.</summary>
    public HookAnswer Leave(Configuration configuration, HookEvent occasion)
    {
        var name = HookEventNames.All[(int)occasion];
        if (!configuration.Relay.Automatic.Contains(name, StringComparer.Ordinal) || here.Inbox is not { } inbox)
            return HookAnswer.Silent;
        try
        {
            return AutomaticHandoff.Write(inbox.Station, configuration, $"auto-{name}", payload.SessionId, payload.LastMessage, runtime.Id, environment) is { } written ? Told(written) : HookAnswer.Silent;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or GitException or ConfigurationException)
        {
            // The stop is judged all the same.
            return HookAnswer.Silent;
        }
    }

    private HookAnswer Told(WrittenHandoff written) =>
        runtime.Hooks!.Tell($"The state before compaction is kept in a handoff that the next session start shows: {written.Path} (sentinel {written.Sentinel})");
}
