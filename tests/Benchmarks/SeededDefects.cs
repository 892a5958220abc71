using System.Globalization;

namespace CodeRelay.Benchmarks;

/// <summary>Which of sixteen planted defects a checker tells of, as it comes, and what that costs.</summary>
internal sealed class SeededDefects : Benchmark, IDisposable
{
    private readonly List<TemporaryRepository> _repositories = [];

    public override string Name => "seeded-defects";

    public override string Title => "Sixteen planted defects in one packet";

    public override string Budget => "all sixteen";

    public override int Rounds => 5;

    public override string? Counts => "defects found of 16";

    public override IReadOnlyList<Contender> Prepare(TemporaryDirectory workplace)
    {
        var ours = Write("HANDOFF.md");
        var contenders = new List<Contender> { Command.Check("coderelay (native, all rules)", ours, "--format", "msbuild") };
        if (Peers.Install() is { } peers)
        {
            // Its readers take no HANDOFF.md; the text is the same.
            var renamed = Write("CLAUDE.md");
            contenders.Add(peers.Ctxlint(renamed));
            contenders.Add(peers.Rumdl(ours, "HANDOFF.md"));
            contenders.Add(peers.Markdownlint(ours, "HANDOFF.md"));
        }

        return contenders;
    }

    public void Dispose() => _repositories.ForEach(static repository => repository.Dispose());

    // Whoever names the line or the words of a defect has found it, whatever is said of it; that is generous to all.
    public override int Count(Contender contender, string output)
    {
        var packet = File.Exists(Path.Combine(contender.WorkingDirectory, "HANDOFF.md")) ? "HANDOFF.md" : "CLAUDE.md";
        return SeededRepository.Defects.Count(defect =>
        {
            var lines = File.ReadAllLines(Path.Combine(contender.WorkingDirectory, defect.File == "HANDOFF.md" ? packet : defect.File));
            var line = (Array.FindIndex(lines, text => text.Contains(defect.Words, StringComparison.Ordinal)) + 1).ToString(CultureInfo.InvariantCulture);
            return output.Split('\n').Any(told => told.Contains(defect.Words, StringComparison.Ordinal) || Covers(told, defect.File == "HANDOFF.md" ? packet : defect.File, int.Parse(line, CultureInfo.InvariantCulture)));
        });
    }

    // "HANDOFF.md:12", "HANDOFF.md:12:1" and "HANDOFF.md(12,1,14,3)".
    private static bool Covers(string told, string file, int line)
    {
        var at = told.IndexOf(file, StringComparison.Ordinal);
        if (at < 0 || at + file.Length >= told.Length || told[at + file.Length] is not (':' or '('))
            return false;
        var numbers = told[(at + file.Length + 1)..].Split([':', ',', ')', ' '], 5).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        var last = told[at + file.Length] == '(' && numbers.Length > 2 ? numbers[2] : numbers[0];
        return numbers[0] <= line && line <= last;
    }

    private string Write(string packetName)
    {
        var repository = new TemporaryRepository(start: DateTimeOffset.UtcNow.AddDays(-110));
        _repositories.Add(repository);
        SeededRepository.Write(repository, packetName);
        return repository.Path;
    }
}
