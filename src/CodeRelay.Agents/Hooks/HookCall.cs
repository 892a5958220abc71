using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Hooks.Sessions;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Rules;

namespace CodeRelay.Agents.Hooks;

/// <summary>One hook call: caller, place and payload. Handlers load everything else on first use.</summary>
/// <param name="runtime">The calling runtime.</param>
/// <param name="hooks">The capabilities of its hooks.</param>
/// <param name="here">The agent's working place.</param>
/// <param name="payload">The runtime's payload.</param>
/// <param name="environment">The user's machine.</param>
internal sealed class HookCall(AgentRuntime runtime, HookSupport hooks, CurrentRepository here, HookPayload payload, UserEnvironment environment)
{
    private readonly Lazy<Configuration> _configuration = new(() => Load(here.Repository));

    public HookSupport Hooks => hooks;

    public Repository Repository => here.Repository;

    public HookPayload Payload => payload;

    public UserEnvironment Environment => environment;

    /// <summary>The longest text that the runtime passes on to the model, in characters.</summary>
    public int TextLimit => Math.Min(StartBriefing.Limit, runtime.Limits.HookOutputCharacters ?? StartBriefing.Limit);

    /// <summary>The answer that blocks a stop.</summary>
    public Func<string, HookAnswer> Block { get; init; } = hooks.Block;

    public HookHandoffs Mail { get; } = new(runtime, here, payload, environment);

    public SessionStore Store { get; } = new(here.Repository, payload.SessionId, environment);

    public Configuration Configuration => _configuration.Value;

    /// <summary>The paths of all HANDOFF.md.</summary>
    public IReadOnlyList<string> FindHandoffs() => PacketDiscovery.FindHandoffs(here.Repository, Configuration);

    public AnalysisResult Check() => RuleCatalog.Check(AnalysisInput.Of(here.Repository, Configuration).WithAgents());

    // The check reports a mistake in coderelay.yml; a hook only needs the packet's place.
    private static Configuration Load(Repository repository)
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
