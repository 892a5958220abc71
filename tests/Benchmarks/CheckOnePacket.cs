namespace CodeRelay.Benchmarks;

/// <summary>One packet of 60 lines in a repository of 5,000 commits, beside other linters on the same text.</summary>
internal sealed class CheckOnePacket : Benchmark
{
    public override string Name => "check-one-packet";

    public override string Title => "check of one 60-line packet, 5,000 commits";

    public override string Budget => "20 ms native";

    public override IReadOnlyList<Contender> Prepare(TemporaryDirectory workplace)
    {
        var directory = GeneratedHistory.Write(Path.Combine(workplace.Path, "repository"), commits: 5000);
        var contenders = new List<Contender> { Command.Check("coderelay (native, all rules, with git)", directory) };
        if (Peers.Install() is { } peers)
        {
            var renamed = GeneratedHistory.Write(Path.Combine(workplace.Path, "renamed"), commits: 5000, packetName: "CLAUDE.md");
            contenders.Add(peers.Rumdl(directory, "HANDOFF.md"));
            contenders.Add(peers.Markdownlint(directory, "HANDOFF.md"));
            contenders.Add(peers.Ctxlint(renamed));
        }

        return contenders;
    }
}
