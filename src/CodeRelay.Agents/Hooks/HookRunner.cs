using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Files;

namespace CodeRelay.Agents.Hooks;

/// <summary>Answers a hook call: identifies the caller and passes the call to the event's handler.</summary>
internal static class HookRunner
{
    // Runtimes allow a hook 30 seconds, and the user waits for it.
    internal static readonly TimeSpan GitTime = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Answers a call. Every internal failure lets the agent continue silently: a hook that cannot decide must not stop
    /// anyone's work.
    /// </summary>
    /// <param name="runtime">The runtime in the hook line.</param>
    /// <param name="hookEvent">The event.</param>
    /// <param name="input">The bytes of standard input.</param>
    /// <param name="directory">Full path of the process's directory, for a payload without one.</param>
    /// <param name="environment">The user's machine; this process's when null.</param>
    /// <param name="asRewake">True to object by exit code 2 and standard error, which wakes an agent from a background hook.</param>
    public static HookAnswer Run(AgentRuntime runtime, HookEvent hookEvent, ReadOnlySpan<byte> input, string directory, UserEnvironment? environment = null, bool asRewake = false)
    {
        environment ??= UserEnvironment.Current;
        if (HookSwitch.Value(environment) is not null)
            return HookAnswer.Silent;
        try
        {
            // A runtime without hooks of its own may read another one's settings; its payload has the common keys.
            if (!HookPayload.TryParse(input, out var payload))
                return HookAnswer.Silent;
            var caller = RuntimeCatalog.CallerOf(runtime, payload);
            return caller.Hooks is { } hooks ? Answer(caller, hooks, hookEvent, hooks.Interpret(payload), directory, environment, asRewake) : HookAnswer.Silent;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return HookAnswer.Silent;
        }
    }

    private static HookAnswer Answer(AgentRuntime runtime, HookSupport hooks, HookEvent hookEvent, HookPayload payload, string directory, UserEnvironment environment, bool asRewake)
    {
        if (hookEvent == HookEvent.SessionEnd)
            return HookAnswer.Silent;
        var source = payload.WorkingDirectory is null ? DirectorySource.Process : DirectorySource.Runtime;
        var here = new CurrentRepository(Directory.Exists(payload.WorkingDirectory) ? payload.WorkingDirectory : directory, source, environment, GitTime);
        var call = new HookCall(runtime, hooks, here, payload, environment) { Block = asRewake ? reason => new HookAnswer("", ExitCode: 2, reason) : hooks.Block };
        return hookEvent switch
        {
            HookEvent.SessionStart => SessionStartHandler.Answer(call),
            HookEvent.Stop => StopHandler.Answer(call),
            _ => PreCompactHandler.Answer(call),
        };
    }
}
