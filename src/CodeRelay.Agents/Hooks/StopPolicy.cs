using CodeRelay.Agents.Hooks.Sessions;
using CodeRelay.Git;

namespace CodeRelay.Agents.Hooks;

/// <summary>Decides at the end of a turn whether the agent may stop.</summary>
internal sealed class StopPolicy(Repository repository, IReadOnlyList<string> handoffs, SessionStore store)
{
    /// <summary>True when nothing can need a block; needs no process and no packet.</summary>
    public static bool IsSettled(Repository repository, SessionStore store) =>
        store.WasBlocked || (repository.GitDirectory is not null && store.LoadStamp() is { } stamp && TreeStamp.Holds(repository, stamp));

    /// <summary>Decides, and records the decision.</summary>
    /// <returns>The objection, or null to let the agent stop.</returns>
    public StopObjection? Decide()
    {
        var objection = repository.GitDirectory is not null && store.Load() is { } begin ? DecideBySession(begin) : DecideByAge();
        return objection is not null && GitCommand.IsInstalled && store.TryBlock() ? objection : null;
    }

    private StopObjection? DecideBySession(WorkState begin)
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

        // Everything is handed over, so later work is measured from here; otherwise a later `touch` would count as a handover.
        store.Save(now);
        store.SaveStamp(TreeStamp.Take(repository, now, store.StateDirectoryPath));
        return null;
    }

    // Nothing is known about the session: it began before the hook was installed, or there is no git to compare with.
    private StopObjection? DecideByAge()
    {
        var age = handoffs.Select(path => PacketAge.InSeconds(repository, path)).Min();
        return age > PacketAge.LimitInSeconds ? new StopObjection(handoffs[0], Work: null, TimeSpan.FromSeconds(age.Value)) : null;
    }
}

/// <summary>The reason why the agent should not stop yet.</summary>
/// <param name="Handoff">The path of the HANDOFF.md to update.</param>
/// <param name="Work">The session's work, or null when unknown.</param>
/// <param name="Age">The packet's age, when only that is known.</param>
internal sealed record StopObjection(string Handoff, SessionWork? Work, TimeSpan? Age);
