namespace CodeRelay.Cli.Tests;

/// <summary>The look for a newer version: by hand, and once a day when a handoff is written.</summary>
public sealed class UpgradeTests
{
    private const string Schema = "schemas/upgrade-1.schema.json";
    private const string Handoff = "# Note\n\n## Immediate next action\n\nRun `git status` in the root and read what it lists.\n";

    [Fact]
    public void A_newer_stable_version_is_told_with_the_command_that_installs_it()
    {
        using var server = new PackageServer("0.0.1", "98.2.0", "99.10.0", "99.9.0", "100.0.0-beta.1");
        using var place = At(server.Address);

        var text = place.Run("upgrade");
        var json = Schemas.Verify(Schema, place.Run("upgrade --format json").Output);

        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.Equal($"CodeRelay.Tool 99.10.0 is available, this is {Product.Version}; update: dotnet tool update --global CodeRelay.Tool, or skip it: coderelay upgrade --skip 99.10.0\n", text.Output);
        Assert.Equal("99.10.0", json.GetProperty("newest").GetString());
        Assert.True(json.GetProperty("newer").GetBoolean());
    }

    [Fact]
    public void A_folder_is_a_source_too()
    {
        using var place = At("packages");
        place.Repository.Write("packages/CodeRelay.Tool.99.1.0.nupkg", "");
        place.Repository.Write("packages/CodeRelay.Tool.linux-x64.99.2.0.nupkg", "");
        place.Repository.Write("packages/coderelay.tool/99.1.1/coderelay.tool.99.1.1.nupkg", "");

        Assert.StartsWith("CodeRelay.Tool 99.1.1 is out", place.Run("upgrade", below: "sub").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_anything_newer_it_says_so()
    {
        using var server = new PackageServer("0.0.1", "99.0.0-rc.1");
        using var place = At(server.Address);

        Assert.Equal($"{Product.Version} is the newest version that the configured sources have\n", place.Run("upgrade").Output);
    }

    [Fact]
    public void A_source_that_does_not_answer_is_said_by_hand_and_passed_over_in_silence_else()
    {
        using var place = At("http://127.0.0.1:1/index.json");

        var upgrade = place.Run("upgrade");
        var handoff = Write(place);

        Assert.Equal((3, ""), (upgrade.ExitCode, upgrade.Output));
        Assert.Contains("no package source answered", upgrade.Error, StringComparison.Ordinal);
        Assert.Equal((0, false), (handoff.ExitCode, handoff.Error.Contains("CodeRelay.Tool", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_handoff_tells_it_once_a_day_and_its_output_stays_what_it_was()
    {
        using var server = new PackageServer("99.0.0");
        using var place = At(server.Address);

        var first = Write(place);
        var asked = server.Requests;
        var second = Write(place);

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("note: CodeRelay.Tool 99.0.0 is out", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("CodeRelay.Tool", first.Output + second.Output + second.Error, StringComparison.Ordinal);
        Assert.Equal((2, 2), (asked, server.Requests));
    }

    [Fact]
    public void A_day_later_it_is_told_again()
    {
        using var server = new PackageServer("99.0.0");
        using var place = At(server.Address);
        Write(place);
        var stamp = Directory.GetFiles(place.Home.Path, "upgrade-asked", SearchOption.AllDirectories).Single();
        File.WriteAllText(stamp, DateTimeOffset.UtcNow.AddDays(-2).ToString("O"));

        Assert.Contains("99.0.0", Write(place).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_was_skipped_is_not_told_and_the_next_one_is()
    {
        using var server = new PackageServer("99.0.0");
        using var place = At(server.Address);
        Assert.Equal("99.0.0 will not be mentioned again; later versions will\n", place.Run("upgrade --skip 99.0.0").Output);

        Assert.DoesNotContain("CodeRelay.Tool", Write(place).Error, StringComparison.Ordinal);

        using var next = new PackageServer("99.0.0", "99.0.1");
        using var other = At(next.Address);
        other.Run("upgrade --skip 99.0.0");
        Assert.Contains("99.0.1", Write(other).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dry run")]
    [InlineData("configuration")]
    [InlineData("ci")]
    public void It_is_not_asked_where_that_is_switched_off(string how)
    {
        using var server = new PackageServer("99.0.0");
        using var place = At(server.Address);
        if (how == "configuration")
            place.Repository.Write("coderelay.yml", "relay:\n  upgrade-check: false\n");

        var result = place.Run($"handoff --no-review{(how == "dry run" ? " --dry-run" : "")}", input: Handoff, ci: how == "ci" ? "1" : null);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public void What_is_disabled_or_cleared_nearer_is_not_asked()
    {
        using var server = new PackageServer("99.0.0");
        using var place = At("empty");
        Directory.CreateDirectory(Path.Combine(place.Repository.Path, "empty"));
        place.Home.Write("AppData/Roaming/NuGet/NuGet.Config", Configuration(server.Address));
        place.Home.Write(".nuget/NuGet/NuGet.Config", Configuration(server.Address));
        place.Repository.Write("sub/nuget.config", $"<configuration><packageSources><add key=\"far\" value=\"{server.Address}\" /></packageSources><disabledPackageSources><add key=\"far\" value=\"true\" /></disabledPackageSources></configuration>");

        Assert.Equal(0, place.Run("upgrade", below: "sub").ExitCode);
        Assert.Equal(0, server.Requests);
    }

    [Theory]
    [InlineData("upgrade --skip 1.0.0-beta")]
    [InlineData("upgrade --skip next")]
    public void Skipping_takes_a_stable_version(string line)
    {
        using var place = new Place();

        var result = place.Run(line);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("valid is one such as", result.Error, StringComparison.Ordinal);
    }

    private static Place At(string source)
    {
        var place = new Place();
        place.Link("git");
        place.Repository.Write("NuGet.Config", Configuration(source));
        return place;
    }

    private static ProcessResult Write(Place place) => place.Run("handoff --no-review", input: Handoff, ci: null);

    private static string Configuration(string source) =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <packageSources>\n    <clear />\n    <add key=\"here\" value=\"{source}\" allowInsecureConnections=\"true\" />\n  </packageSources>\n</configuration>\n";
}
