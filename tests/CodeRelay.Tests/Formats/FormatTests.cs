using System.Text;
using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Formats;

namespace CodeRelay.Tests.Formats;

public sealed class FormatTests
{
    private const string Folder = "tests/CodeRelay.Tests/Formats/Golden";
    private const string ColouredText = "text-on-a-terminal.txt";

    public static TheoryData<string> Names => new(FormatCatalog.All.Select(format => format.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_format_writes_the_fixture_as_expected(string name)
    {
        using var fixture = new FormatFixture();
        var format = FormatCatalog.Find(name)!;

        Golden.Verify($"{Folder}/{FileName(format)}", fixture.Write(format));
    }

    [Fact]
    public void A_terminal_gets_colours_and_lines_of_its_width()
    {
        using var fixture = new FormatFixture();

        Golden.Verify($"{Folder}/{ColouredText}", fixture.Write(new TextFormat(), new FormatOptions(UseColour: true, Width: 60)).Replace("\u001b", "␛", StringComparison.Ordinal));
    }

    [Fact]
    public void On_a_narrow_terminal_sentences_break_between_words()
    {
        using var fixture = new FormatFixture();

        var text = fixture.Write(new TextFormat(), new FormatOptions(UseColour: false, Width: 40, BreaksSentences: true));

        Assert.Contains("\n  'the fault' is gone; it was, 100 %\n  sure, here\n", text, StringComparison.Ordinal);
        Assert.Contains("\n     = commit 3f2a91c: fix: retry on ex…\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n5 findings (1 error, 3 warnings, 1 info)\nin 2 files · 208 tokens, 13 % derivable\nfrom git or files (7 lines) · 1\nsuppressed, 2 in the baseline\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 40 || !line.TrimStart().Contains(' ', StringComparison.Ordinal) || line.Contains("RLY", StringComparison.Ordinal), line));
    }

    [Fact]
    public void No_expected_file_outlives_its_format() =>
        Golden.HasOnly(Folder, FormatCatalog.All.Select(FileName).Append(ColouredText));

    [Fact]
    public void Every_format_of_the_assembly_is_listed_once()
    {
        var types = typeof(Format).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Format)) && !type.IsAbstract);

        Assert.Equal(types.Select(type => type.Name).Order(StringComparer.Ordinal), FormatCatalog.All.Select(format => format.GetType().Name).Order(StringComparer.Ordinal));
        Assert.Equal(FormatCatalog.All.Count, FormatCatalog.All.Select(format => format.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_is_UTF8_without_mark_has_line_feeds_only_and_no_control_characters(string name)
    {
        using var fixture = new FormatFixture();
        using var output = new MemoryStream();

        FormatCatalog.Find(name)!.Write(fixture.Result, FormatOptions.Plain, output);

        var bytes = output.ToArray();
        Assert.False(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_run_without_documents_is_written_too(string name)
    {
        using var directory = new TemporaryDirectory();
        var repository = CodeRelay.Git.Repository.Discover(directory.Path);
        var result = new AnalysisResult(AnalysisInput.Of(repository, new Configuration()), [], 0, 0, []);
        var format = FormatCatalog.Find(name)!;
        using var output = new MemoryStream();

        format.Write(result, FormatOptions.Plain, output);

        if (format is JsonDocumentFormat)
            JsonDocument.Parse(output.ToArray()).Dispose();
        else
            Assert.Equal(0, output.Length);
    }

    private static string FileName(Format format) => $"{format.Name}.{format.Extension}";
}
