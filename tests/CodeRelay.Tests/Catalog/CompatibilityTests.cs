using System.Text.RegularExpressions;

namespace CodeRelay.Tests.Catalog;

/// <summary>Holds that the page on compatibility names tests that exist.</summary>
public sealed partial class CompatibilityTests
{
    [Fact]
    public void Every_test_that_the_page_names_exists()
    {
        var page = File.ReadAllText(SourceTree.Path("docs/compatibility.md"));
        var sources = Directory.EnumerateFiles(SourceTree.Path("tests"), "*Tests.cs", SearchOption.AllDirectories).ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);

        var rows = Row().Matches(page);

        Assert.Equal(Enumerable.Range(1, 56), rows.Select(row => int.Parse(row.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(rows, row => Assert.Contains($" {row.Groups["test"].Value}(", string.Concat(sources[row.Groups["class"].Value]), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| (?<number>\d+) \| .* \| `(?<class>\w+)\.(?<test>\w+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
