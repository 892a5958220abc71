using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Generic;

/// <summary>Any agent that reads an instruction file, such as a local model: AGENTS.md is its only input.</summary>
internal sealed class GenericRuntime : AgentRuntime
{
    public override string Id => "generic";

    public override IReadOnlyList<string> Aliases => ["local"];

    public override string Name => "Local model";

    public override IReadOnlyList<string> Notes => ["other agents have no known hook, so nothing blocks them at their stop; they learn about the packet from AGENTS.md"];

    public override InstructionSupport Instructions => field ??= new("AGENTS.md");

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) => [];
}
