using CodeRelay.Agents.Takeover;
using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Tests.Agents.Takeover;

/// <summary>A repository with the files that the packets of Fixtures are about.</summary>
internal static class TakeoverRepository
{
    public static string Fixture(string name) => File.ReadAllText(SourceTree.Path($"tests/CodeRelay.Tests/Takeover/Fixtures/{name}.md"));

    public static TemporaryRepository With(string handoff)
    {
        var repo = new TemporaryRepository();
        repo.Write("src/Parser.cs", "class Parser;\n");
        repo.Write("tests/samples.txt", "a\r\nb\r\n");
        repo.Write("HANDOFF.md", handoff);
        repo.Commit("Begin");
        return repo;
    }

    public static GateVerdict Judge(this TemporaryDirectory directory, string to = "claude-code", Lane? lane = null, UserEnvironment? environment = null)
    {
        var repository = Repository.Discover(directory.Path);
        var configuration = Configuration.Load(repository);
        return Gate.Judge(repository, configuration, PacketDiscovery.FindPackets(repository, configuration)[0], lane, Receiver.Find(to), environment ?? UserEnvironment.Current);
    }

    public static string[] Reasons(this GateVerdict verdict) => [.. verdict.Problems.Select(problem => $"{string.Join('+', problem.Items)} {problem.Rule} {problem.Failure}".Trim())];
}
