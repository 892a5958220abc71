namespace CodeRelay.Benchmarks;

/// <summary>A repository of 1,000 Markdown files and 5,000 commits; the other linters read the same files, without git.</summary>
internal sealed class ManyDocuments : Benchmark
{
    public override string Name => "many-documents";

    public override string Title => "check, 1,000 Markdown files and 5,000 commits";

    public override string Budget => "150 ms and 80 MiB native";

    public override int Rounds => 8;

    public override bool CountsMemory => true;

    public override IReadOnlyList<Contender> Prepare(TemporaryDirectory workplace)
    {
        var directory = GeneratedHistory.Write(Path.Combine(workplace.Path, "repository"), commits: 5000);
        GeneratedHistory.AddDocuments(directory, 1000);
        var contenders = new List<Contender>
        {
            Command.Check("coderelay: the packet, the rest as evidence", directory),
            Command.Check("coderelay: all 1,001 files judged", directory, "."),
        };
        if (Peers.Install() is { } peers)
        {
            contenders.Add(peers.Rumdl(directory, "."));
            contenders.Add(peers.Markdownlint(directory, "**/*.md"));
        }

        return contenders;
    }
}
