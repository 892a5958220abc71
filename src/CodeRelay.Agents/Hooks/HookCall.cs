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

/// <summary>One call of a hook: who calls, from where, and what the handlers ask about it. Everything is read when a handler first asks.</summary>
/// <param name="runtime">The runtime that calls.</param>
/// <param name="hooks">What its hooks can do.</param>
/// <param name="here">Where the agent works.</param>
/// <param name="payload">What the runtime said.</param>
/// <param name="environment">The user's machine.</param>
internal sealed class HookCall(AgentRuntime runtime, HookSupport hooks, CurrentRepository here, HookPayload payload, UserEnvironment environment)
{
    private readonly Lazy<Configuration> _configuration = new(() => Load(here.Repository));

    public HookSupport Hooks => hooks;

    public Repository Repository => here.Repository;

    public HookPayload Payload => payload;

    public UserEnvironment Environment => environment;

    /// <summary>Characters of the longest text that the runtime passes on to the model.</summary>
    public int TextLimit => Math.Min(StartBriefing.Limit, runtime.Limits.HookOutputCharacters ?? StartBriefing.Limit);

    /// <summary>How the call keeps the agent from stopping.</summary>
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
