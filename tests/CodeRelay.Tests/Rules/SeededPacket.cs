using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules;

/// <summary>What is found in <see cref="SeededRepository"/>, once for all tests.</summary>
public sealed class SeededPacket : IDisposable
{
    private readonly TemporaryRepository _repo = new(start: DateTimeOffset.UtcNow.AddDays(-110));

    public SeededPacket()
    {
        SeededRepository.Write(_repo);
        Findings = _repo.Findings();
    }

    /// <summary>What all rules that are on by default find.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public void Dispose() => _repo.Dispose();

    /// <summary>The lines that a finding covers.</summary>
    public IEnumerable<string> Lines(Finding finding) =>
        File.ReadLines(Path.Combine(_repo.Path, finding.File)).Skip(finding.Range.Line - 1).Take(finding.Range.LastLine - finding.Range.Line + 1);
}
