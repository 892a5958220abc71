using CodeRelay.Agents.Runtimes;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>All that scaffolding does to a repository, before anything is done.</summary>
/// <param name="Files">Every file, in the order of the report; those of the runtimes' settings come without content, which the installer of hooks knows.</param>
/// <param name="Runtimes">The agents that get hooks.</param>
/// <param name="Notes">What the user should know or still has to do, one sentence each.</param>
internal sealed record ScaffoldPlan(IReadOnlyList<ScaffoldFile> Files, IReadOnlyList<AgentRuntime> Runtimes, IReadOnlyList<string> Notes);
