using System.Text.Json;
using System.Text.RegularExpressions;

namespace CodeRelay.Templates.Tests;

/// <summary>The commands of the CI workflows, run as the service would run them.</summary>
public sealed partial class GateTests(TemplateHive hive)
{
    /// <summary>The row, and the exit code of its check over a packet with warnings and no error.</summary>
    public static TheoryData<string, int> Rows => new()
    {
        { "gate", 0 },
        { "gate-github-never", 0 },
        { "gate-github-info", 1 },
        { "gate-azure-warning", 1 },
        { "gate-azure-error", 0 },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_check_fails_from_the_chosen_level_and_SARIF_is_written_all_the_same(string name, int exitCode)
    {
        using var repository = new TemporaryRepository();
        repository.Write("HANDOFF.md", "# Handoff\n\n## Goal\n\n<fill: one sentence>\n");
        repository.Commit("begin");
        var workflow = Assert.Single(hive.Create(Matrix.Rows.Single(row => row.Name == name)));

        var commands = Check().Matches(workflow.Text).Select(match => match.Groups["arguments"].Value.Replace("$(Build.ArtifactStagingDirectory)/", "", StringComparison.Ordinal)).ToArray();
        var results = commands.Select(command => Coderelay.Run(command, repository.Path)).ToArray();

        Assert.Equal([exitCode, 0], results.Select(result => result.ExitCode));
        Assert.Contains("RLY4012", results[0].Output, StringComparison.Ordinal);
        using var sarif = JsonDocument.Parse(repository.Read("coderelay.sarif"));
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
    }

    [Fact]
    public void The_whole_history_is_checked_out()
    {
        Assert.Contains("fetch-depth: 0", File("gate"), StringComparison.Ordinal);
        Assert.Contains("fetchDepth: 0", File("gate-azure-error"), StringComparison.Ordinal);
    }

    private string File(string name) => hive.Create(Matrix.Rows.Single(row => row.Name == name)).Single().Text;

    [GeneratedRegex(@"coderelay (?<arguments>check .*)$", RegexOptions.Multiline)]
    private static partial Regex Check();
}
