using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Relay;
using CodeRelay.Rules;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Sessions;

/// <summary>Answers a runtime's call of a hook.</summary>
public static class HookRunner
{
    /// <summary>A variable that silences every hook when it is set to anything but 0.</summary>
    public const string KillSwitch = "CODERELAY_DISABLED";

    // Runtimes give a hook 30 seconds, and somebody waits for it all the while.
    internal static readonly TimeSpan GitTime = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Answers a call. Whatever goes wrong on our side lets the agent go on in silence: a hook that cannot judge must not be the
    /// reason why nobody can work.
    /// </summary>
    /// <param name="runtime">Who calls.</param>
    /// <param name="hookEvent">When.</param>
    /// <param name="input">The bytes of standard input.</param>
    /// <param name="directory">Full path of the process's directory, for a call that names none.</param>
    /// <param name="environment">The user's machine; this process's when null.</param>
    /// <param name="asRewake">Objects by exit code 2 and standard error instead, which is what wakes an agent from a background hook.</param>
    public static HookAnswer Run(AgentRuntime runtime, HookEvent hookEvent, ReadOnlySpan<byte> input, string directory, UserEnvironment? environment = null, bool asRewake = false)
    {
        environment ??= UserEnvironment.Current;
        if (environment.Variable(KillSwitch) is { } value && value != "0")
            return HookAnswer.Silent;
        try
        {
            if (!runtime.TryParse(input, out var payload))
                return HookAnswer.Silent;
            var caller = RuntimeCatalog.CallerOf(runtime, payload);
            return caller == runtime || caller.TryParse(input, out payload) ? Answer(caller, hookEvent, payload, directory, environment, asRewake) : HookAnswer.Silent;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return HookAnswer.Silent;
        }
    }

    private static HookAnswer Answer(AgentRuntime runtime, HookEvent hookEvent, HookPayload payload, string directory, UserEnvironment environment, bool asRewake)
    {
        if (hookEvent == HookEvent.Stop && (runtime.Capabilities.Stop == StopPower.None || payload.IsContinuation || payload.HasBackgroundWork || payload.IsCutShort))
            return HookAnswer.Silent;
        if (hookEvent == HookEvent.SessionEnd)
            return HookAnswer.Silent;

        var source = payload.WorkingDirectory is null ? DirectorySource.Process : DirectorySource.Runtime;
        var here = new CurrentRepository(Directory.Exists(payload.WorkingDirectory) ? payload.WorkingDirectory : directory, source, environment, GitTime);
        var repository = here.Repository;
        var mail = new HookMail(runtime, here, payload, environment);
        var store = new SessionStore(repository, payload.SessionId, environment);
        if (hookEvent == HookEvent.Stop && !store.WasBlocked && StopJudge.IsSettled(repository, store))
            return HookAnswer.Silent;

        var configuration = LoadConfiguration(repository);
        if (hookEvent == HookEvent.PreCompact)
            return mail.Leave(configuration, HookEvent.PreCompact);
        if (hookEvent == HookEvent.Stop)
            mail.Leave(configuration, HookEvent.Stop);
        if (hookEvent == HookEvent.Stop && store.WasBlocked)
            return HookAnswer.Silent;
        var handoffs = PacketDiscovery.FindHandoffs(repository, configuration);
        if (hookEvent == HookEvent.SessionStart)
            return Start(runtime, repository, configuration, handoffs, store, payload, mail, environment);
        return handoffs.Count == 0
            ? HookAnswer.Silent
            : Stop(asRewake ? reason => new HookAnswer("", ExitCode: 2, reason) : runtime.Block, repository, configuration, handoffs, store);
    }

    private static HookAnswer Stop(Func<string, HookAnswer> block, Repository repository, Configuration configuration, IReadOnlyList<string> handoffs, SessionStore store)
    {
        var objection = new StopJudge(repository, handoffs, store).Judge();
        return objection is null ? HookAnswer.Silent : block(StopReason.Of(objection, () => Check(repository, configuration)));
    }

    private static HookAnswer Start(AgentRuntime runtime, Repository repository, Configuration configuration, IReadOnlyList<string> handoffs, SessionStore store, HookPayload payload, HookMail mail, UserEnvironment environment)
    {
        if (handoffs.Count > 0)
            Record(repository, handoffs, store, payload);
        if (!runtime.Capabilities.InjectsAtSessionStart)
            return HookAnswer.Silent;
        mail.Fetch(configuration);
        var briefing = handoffs.Count == 0 || !store.TryAnswerStart(payload.Source) ? "" : StartBriefing.Of(handoffs, () => Check(repository, configuration), environment, mail.IsWaiting ? StartBriefing.LimitBesideHandoffs : StartBriefing.Limit);
        return mail.Deliver(StartBriefing.Limit - briefing.Length) is { Text.Length: > 0 } delivery
            ? Inject(runtime, delivery, briefing)
            : briefing.Length == 0 ? HookAnswer.Silent : runtime.Inject(briefing);
    }

    private static HookAnswer Inject(AgentRuntime runtime, Delivery delivery, string briefing)
    {
        try
        {
            return runtime.Inject(delivery.Text + (briefing.Length == 0 ? "" : "\n" + briefing)) with { Delivery = delivery };
        }
        catch
        {
            delivery.Dispose();
            throw;
        }
    }

    // A session that goes on after a pause or a compaction is still measured from where it began.
    private static void Record(Repository repository, IReadOnlyList<string> handoffs, SessionStore store, HookPayload payload)
    {
        try
        {
            store.Sweep();
            if (repository.Git is null || (payload.Source is "resume" or "compact" && HasRecord(store)))
                return;
            var state = WorkState.Read(repository, handoffs, store.StateDirectoryPath);
            store.Save(state);
            store.SaveStamp(TreeStamp.Take(repository, state, store.StateDirectoryPath));
            store.ForgetBlock();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or GitException)
        {
            // Without a record the stop goes by the packet's age; the briefing is worth having all the same.
        }
    }

    private static bool HasRecord(SessionStore store)
    {
        try
        {
            return store.Load() is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static AnalysisResult Check(Repository repository, Configuration configuration) =>
        RuleCatalog.Check(AnalysisInput.Of(repository, configuration));

    // A mistake in coderelay.yml is told by the check; here only the packet's place matters.
    private static Configuration LoadConfiguration(Repository repository)
    {
        try
        {
            return Configuration.Load(repository);
        }
        catch (ConfigurationException)
        {
            return new Configuration();
        }
    }
}
