using CodeRelay.Agents.Runtimes;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Rules.Budget;

namespace CodeRelay.Agents.Setup.Doctor;

/// <summary>How much a runtime's instruction files take of what it reads.</summary>
internal sealed class InstructionSize(Repository repository)
{
    private const string Advice = "remove what the code, the git log or the manifests already say: coderelay check --rules RLY2,RLY3";

    public IEnumerable<DoctorCheck> Checks(AgentRuntime runtime)
    {
        if (runtime.Limits.InstructionBytes is { } bytes)
            yield return OfChain(bytes);
        else if (runtime.Limits.InstructionCharacters is { } characters)
            yield return OfFile(runtime, characters);
        else if (Present(runtime) is { Count: > 0 } files)
            yield return new DoctorCheck("instructions", CheckLevel.Ok, $"{string.Join(", ", files)}; {runtime.Name} has no known limit");
        else
            yield return new DoctorCheck("instructions", CheckLevel.Ok, $"none of {string.Join(", ", runtime.Instructions.Files)} is there");
    }

    // Of the files from the root down to the directory in which it is started; below it is the rule's to tell.
    private DoctorCheck OfChain(int usual)
    {
        var limit = InstructionLimits.OfCodex(repository, usual);
        var chain = InstructionLimits.CodexChain(repository, "");
        return Judge(chain.Count == 0 ? "no AGENTS.md in the root" : string.Join(", ", chain.Select(file => file.Path)), chain.Sum(file => file.Bytes), limit, "bytes", "are read and the rest is silently dropped");
    }

    private DoctorCheck OfFile(AgentRuntime runtime, int limit)
    {
        if (Present(runtime) is not [var path, ..] || PacketDiscovery.ReadDocument(repository, path) is not { } document)
            return new DoctorCheck("instructions", CheckLevel.Ok, $"none of {string.Join(", ", runtime.Instructions.Files)} is there");
        var files = Imports.Closure(repository, document);
        return Judge(files.Count == 1 ? path : $"{path} with {string.Join(", ", files.Skip(1).Select(file => file.Path))}", files.Sum(file => (long)file.Text.Content.Length), limit, "characters", "are read without a warning");
    }

    private static DoctorCheck Judge(string what, long size, long limit, string unit, string fate) => size > limit
        ? new DoctorCheck("instructions", CheckLevel.Warn, $"{what}: {size:N0} {unit}, of which {limit:N0} {fate}", Advice)
        : new DoctorCheck("instructions", CheckLevel.Ok, $"{what}: {size:N0} of {limit:N0} {unit}");

    private List<string> Present(AgentRuntime runtime) => [.. runtime.Instructions.Files.Where(repository.MayRead)];
}
