using CodeRelay.Build.Tests.Support;

namespace CodeRelay.Build.Tests;

[Collection(nameof(InThisProcess))]
public sealed class SeverityTests
{
    private readonly TwoProjects _solution;

    public SeverityTests(TwoProjects solution)
    {
        _solution = solution;
        solution.Reset();
    }

    [Fact]
    public void A_finding_has_code_file_line_column_message_and_help_link()
    {
        var diagnostic = Assert.Single(Build().Diagnostics, diagnostic => diagnostic.Code == Sample.Rule);

        var help = new Uri($"https://github.com/coderelay/coderelay/blob/main/docs/rules/{Sample.Rule}.md");
        Assert.Equal(new Diagnostic("warning", Sample.Rule, Path.Combine(_solution.Path, "HANDOFF.md"), 1, 1, 1, 10, Sample.Message, help.AbsoluteUri), diagnostic);
    }

    [Fact]
    public void A_code_named_in_warnaserror_fails_the_build()
    {
        var build = Build(warningsAsErrors: [Sample.Rule]);

        Assert.False(build.Succeeded);
        Assert.Equal(["error"], build.Levels());
    }

    [Fact]
    public void A_code_named_in_warnaserror_hides_no_finding_behind_it()
    {
        var codes = Build().Diagnostics.Select(diagnostic => diagnostic.Code).ToList();

        var build = Build(warningsAsErrors: [codes[0]!]);

        Assert.True(codes.Distinct().Count() > 1, string.Join(", ", codes));
        Assert.Equal(codes, build.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData("NoWarn", Sample.Rule, true, "")]
    [InlineData("NoWarn", "CS1591;rly2001", true, "")]
    [InlineData("MSBuildWarningsAsMessages", Sample.Rule, true, "")]
    [InlineData("NoWarn", "RLY2002", true, "warning")]
    [InlineData("WarningsAsErrors", Sample.Rule, false, "error")]
    [InlineData("MSBuildWarningsAsErrors", Sample.Rule, false, "error")]
    [InlineData("TreatWarningsAsErrors", "true", false, "error")]
    [InlineData("TreatWarningsAsErrors", "false", true, "warning")]
    public void A_property_does_what_it_says_on_the_command_line_and_in_a_project(string property, string value, bool succeeds, string level)
    {
        var onCommandLine = Build(new Dictionary<string, string> { [property] = value });
        _solution.Configure(1, $"<{property}>$({property});{value}</{property}>".Replace("$(TreatWarningsAsErrors);", "", StringComparison.Ordinal));
        var inProject = Build();

        Assert.All([onCommandLine, inProject], build =>
        {
            Assert.Equal(level.Length == 0 ? [] : [level], build.Levels());
            Assert.Equal(succeeds, build.Succeeded);
        });
    }

    [Fact]
    public void A_code_in_WarningsNotAsErrors_stays_a_warning_when_all_others_are_errors()
    {
        var build = Build(new Dictionary<string, string> { ["TreatWarningsAsErrors"] = "true", ["WarningsNotAsErrors"] = Sample.Rule });

        Assert.Equal(["warning"], build.Levels());
    }

    [Theory]
    [InlineData("error", "error")]
    [InlineData("warning", "warning")]
    [InlineData("suggestion", "")]
    [InlineData("none", "")]
    public void The_editorconfig_decides(string severity, string level)
    {
        File.WriteAllText(Path.Combine(_solution.Path, ".editorconfig"), $"[*.md]\ndotnet_diagnostic.{Sample.Rule}.severity = {severity}\n");

        Assert.Equal(level.Length == 0 ? [] : [level], Build().Levels());
    }

    [Fact]
    public void A_rule_that_is_an_error_in_one_file_only_is_told_once_in_each()
    {
        File.WriteAllText(Path.Combine(_solution.Path, "TASKS.md"), "# Tasks\n" + string.Concat(Enumerable.Repeat("\nAnother line.\n", 70)));
        File.WriteAllText(Path.Combine(_solution.Path, ".editorconfig"), $"[TASKS.md]\ndotnet_diagnostic.{Sample.Rule}.severity = error\n");

        var build = Build();

        Assert.Equal(["error TASKS.md", "warning HANDOFF.md"], build.Diagnostics.Where(diagnostic => diagnostic.Code == Sample.Rule).Select(diagnostic => $"{diagnostic.Level} {Path.GetFileName(diagnostic.File)}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("error", "error")]
    [InlineData("warning", "warning")]
    [InlineData("info", "")]
    [InlineData("off", "")]
    public void Coderelay_yml_decides(string severity, string level)
    {
        Sample.Write(_solution.Path, severity);

        var build = Build();

        Assert.Equal(level.Length == 0 ? [] : [level], build.Levels());
        Assert.Equal(level != "error", build.Succeeded);
    }

    [Fact]
    public void A_finding_is_silent_only_where_every_project_says_so()
    {
        _solution.Configure(1, "<NoWarn>$(NoWarn);RLY2001</NoWarn>");

        Assert.Equal(["warning"], BuildBoth().Levels());
    }

    [Fact]
    public void Projects_that_disagree_about_errors_fail_and_tell_each_level_once()
    {
        _solution.Configure(1, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");

        var build = BuildBoth();

        Assert.False(build.Succeeded);
        Assert.Contains("error", build.Levels());
        Assert.Equal(build.Levels().Distinct(), build.Levels());
    }

    [Fact]
    public void A_configuration_that_cannot_be_read_is_a_warning_at_its_line()
    {
        File.WriteAllText(Path.Combine(_solution.Path, "coderelay.yml"), "profile: relay\ncolour: red\n");

        var build = Build();

        var warning = Assert.Single(build.Diagnostics, diagnostic => diagnostic.Code == "RLY0001");
        Assert.True(build.Succeeded);
        Assert.Equal((Path.Combine(_solution.Path, "coderelay.yml"), 2, 1), (warning.File, warning.Line, warning.Column));
        Assert.Contains("'colour'", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    [InlineData("1")]
    [InlineData("yes")]
    public void A_skipped_build_says_so_once_and_checks_nothing(string value)
    {
        var build = Build(new Dictionary<string, string> { ["CodeRelaySkip"] = value });

        Assert.True(build.Succeeded);
        Assert.Empty(build.Diagnostics);
        Assert.Single(build.Messages, message => message.Contains("CodeRelaySkip", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("maybe")]
    public void What_does_not_ask_for_skipping_checks_and_breaks_nothing(string value)
    {
        var build = Build(new Dictionary<string, string> { ["CodeRelaySkip"] = value });

        Assert.True(build.Succeeded);
        Assert.Equal(["warning"], build.Levels());
    }

    [Theory]
    [InlineData("DesignTimeBuild", "true")]
    [InlineData("SkipCompilerExecution", "true")]
    public void A_design_time_build_runs_nothing(string property, string value)
    {
        var build = Build(new Dictionary<string, string> { [property] = value });

        Assert.DoesNotContain(build.Diagnostics, diagnostic => diagnostic.Code?.StartsWith("RLY", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(build.Messages, message => message.Contains("coderelay:", StringComparison.Ordinal));
    }

    private RecordedBuild Build(Dictionary<string, string>? properties = null, string[]? warningsAsErrors = null) =>
        RecordedBuild.Run(_solution.Project(1), properties, warningsAsErrors);

    // The second project references the first one.
    private RecordedBuild BuildBoth() => RecordedBuild.Run(_solution.Project(2));
}
