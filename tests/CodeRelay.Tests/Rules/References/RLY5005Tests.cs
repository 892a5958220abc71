using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules.References;

public sealed class RLY5005Tests
{
    [Theory]
    [InlineData("Fix `Reader.SkipBlanks()` in `src/Reader.cs`.", "Reader.SkipBlanks()")]
    [InlineData("`SkipBlanks(true)` of src/Reader.cs is slow.", "SkipBlanks(true)")]
    [InlineData("| `src/Reader.cs` | `SkipBlanks()` |", "SkipBlanks()")]
    [InlineData("`Reader.SkipBlanks` (`src/Reader.cs:2`) is slow.", "Reader.SkipBlanks")]
    [InlineData("`void SkipBlanks()` is no declaration, `class LineCounter` in `src/Reader.cs` is one.", "class LineCounter")]
    [InlineData("### `src/Reader.cs`\r\n\r\n- `SkipBlanks()` is slow.", "SkipBlanks()")]
    [InlineData("Исправить `SkipBlanks()` в `src/Reader.cs`.", "SkipBlanks()")]
    [InlineData("请修复 `src/Reader.cs` 的 `SkipBlanks()`。", "SkipBlanks()")]
    public void What_a_commit_took_out_of_the_named_file_is_gone(string text, string symbol)
    {
        var (source, finding) = Single(text);

        Assert.Contains("no longer exists", finding.Message, StringComparison.Ordinal);
        Assert.Equal("Drop what nobody calls", finding.Evidence[0].Text);
        Assert.Equal(symbol, source[(finding.Range.Column - 1)..(finding.Range.EndColumn - 1)]);
    }

    [Theory]
    [InlineData("`Reader.RetryAll()` is implemented in `src/Reader.cs`.")]
    [InlineData("- [x] `RetryAll()` in `src/Reader.cs`")]
    [InlineData("✅ `RetryAll()` (`src/Reader.cs`)")]
    [InlineData("`RetryAll()` ist in `src/Reader.cs` implementiert.")]
    [InlineData("`src/Reader.cs` 已实现 `RetryAll()`。")]
    [InlineData("## Done\r\n\r\n- `RetryAll()` in `src/Reader.cs`")]
    public void What_is_said_to_be_implemented_and_never_was_is_found(string text) =>
        Assert.Contains("is described as implemented", Single(text).Finding.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("`Reader.Position` and `Reader.Read()` in `src/Reader.cs`, `class Reader`")]
    [InlineData("`SkipBlanks()` is slow.")]
    [InlineData("Removed `SkipBlanks()` from `src/Reader.cs`.")]
    [InlineData("`src/Reader.cs` now uses `Read()` instead of `SkipBlanks()`.")]
    [InlineData("`src/Reader.cs` nutzt `Read()` statt `SkipBlanks()`.")]
    [InlineData("Add `RetryAll()` to `src/Reader.cs`.")]
    [InlineData("`RetryAll()` in `src/Reader.cs` is not implemented.")]
    [InlineData("`RetryAll()` must be implemented in `src/Reader.cs`.")]
    [InlineData("- [ ] `RetryAll()` implemented in `src/Reader.cs`")]
    [InlineData("`src/Reader.cs` has `RetryAll()` in mind.")]
    [InlineData("Done: `Task.WhenEach()` in `src/Reader.cs` is implemented by the library.")]
    [InlineData("`Elsewhere()` is implemented in `src/Reader.cs`.")]
    [InlineData("`Fresh()` is implemented in `src/Reader.cs`.")]
    [InlineData("`npm.run()` `Node.js` `Reader.cs` `git log` in `src/Reader.cs` done")]
    [InlineData("~~`SkipBlanks()` in `src/Reader.cs`~~")]
    [InlineData("```\nSkipBlanks() in src/Reader.cs\n```")]
    [InlineData("## Done\r\n\r\n- Sped up `SkipBlanks()` in `src/Reader.cs`")]
    [InlineData("`SkipBlanks()` in `docs/notes.md` is explained.")]
    public void What_is_there_or_not_claimed_is_no_fault(string text)
    {
        using var repo = Sample(text);

        Assert.Empty(repo.Findings("RLY5005"));
    }

    private static (string Line, Finding Finding) Single(string text)
    {
        using var repo = Sample(text);
        var finding = Assert.Single(repo.Findings("RLY5005"));
        return (repo.Read("HANDOFF.md").Split('\n')[finding.Range.Line - 1], finding);
    }

    private static TemporaryRepository Sample(string text)
    {
        var repo = new TemporaryRepository();
        repo.Write("docs/notes.md", "Notes\n");
        repo.Write("src/Other.cs", "class Other { void Elsewhere() { } }\n");
        repo.Write("src/Reader.cs", "class Reader\n{\n    void SkipBlanks() { }\n    class LineCounter { }\n    int Position;\n    void Read() { }\n}\n");
        repo.Commit("Read");
        repo.Write("src/Reader.cs", "class Reader\n{\n    int Position;\n    void Read() { }\n}\n");
        repo.Commit("Drop what nobody calls");
        repo.Write("src/New.cs", "class New { void Fresh() { } }\n");
        repo.Write("HANDOFF.md", $"# Handoff\r\n\r\n## State\r\n\r\n{text}\r\n");
        return repo;
    }
}
