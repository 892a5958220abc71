using CodeRelay.Agents.Runtimes;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>All changes of a scaffolding, before any is made.</summary>
/// <param name="Files">Every file, in the order of the report; runtime settings have no content here, because the hook installer composes it.</param>
/// <param name="Runtimes">The agents that get hooks.</param>
/// <param name="Notes">Remarks and remaining steps for the user, one sentence each.</param>
internal sealed record ScaffoldPlan(IReadOnlyList<ScaffoldFile> Files, IReadOnlyList<AgentRuntime> Runtimes, IReadOnlyList<string> Notes);
