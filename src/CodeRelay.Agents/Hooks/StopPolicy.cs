using CodeRelay.Agents.Hooks.Sessions;
using CodeRelay.Git;

namespace CodeRelay.Agents.Hooks;

/// <summary>Decides at the end of a turn whether the packet lets the agent go.</summary>
internal sealed class StopPolicy(Repository repository, IReadOnlyList<string> handoffs, SessionStore store)
{
    /// <summary>Tells without a process, and without looking for a packet, that there is nothing to say.</summary>
    public static bool IsSettled(Repository repository, SessionStore store) =>
        store.WasBlocked || (repository.GitDirectory is not null && store.LoadStamp() is { } stamp && TreeStamp.Holds(repository, stamp));

    /// <summary>Decides, and takes note of it.</summary>
    /// <returns>What is wrong, or null to let the agent go.</returns>
    public StopObjection? Judge()
    {
        var objection = repository.GitDirectory is not null && store.Load() is { } begin ? JudgeSession(begin) : JudgeAge();
        return objection is not null && GitCommand.IsInstalled && store.TryBlock() ? objection : null;
    }

    private StopObjection? JudgeSession(WorkState begin)
    {
        var now = WorkState.Read(repository, handoffs, store.StateDirectoryPath);
        if (now.IsSameAs(begin))
        {
            store.SaveStamp(TreeStamp.Take(repository, now, store.StateDirectoryPath));
            return null;
        }

        var work = SessionWork.Between(repository, begin, now);
        if (!work.IsOnlyAboutPacket && !work.IsHandedOver(repository))
            return new StopObjection(handoffs[0], work, Age: null);

        // All of it is handed over: what comes from here on is measured from here on, so that a later `touch` proves nothing.
        store.Save(now);
        store.SaveStamp(TreeStamp.Take(repository, now, store.StateDirectoryPath));
        return null;
    }

    // Nothing is known of the session, because it began before the hook did, or there is no git to compare with.
    private StopObjection? JudgeAge()
    {
        var age = handoffs.Select(path => PacketAge.InSeconds(repository, path)).Min();
        return age > PacketAge.LimitInSeconds ? new StopObjection(handoffs[0], Work: null, TimeSpan.FromSeconds(age.Value)) : null;
    }
}

/// <summary>Why the agent should not stop yet.</summary>
/// <param name="Handoff">The path of the HANDOFF.md to update.</param>
/// <param name="Work">What the session did, or null when that is not known.</param>
/// <param name="Age">How old the packet is, when only that is known.</param>
internal sealed record StopObjection(string Handoff, SessionWork? Work, TimeSpan? Age);
