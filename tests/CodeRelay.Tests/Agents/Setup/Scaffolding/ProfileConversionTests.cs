using CodeRelay.Agents.Setup;
using CodeRelay.Agents.Setup.Scaffolding;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Rules;
using CodeRelay.Text;

namespace CodeRelay.Tests.Agents.Setup.Scaffolding;

/// <summary>From the five questions to the nine items and back, with every word of the user's kept.</summary>
public sealed class ProfileConversionTests
{
    private const string FiveAnswers = "# Handoff\n\n## Current Goal\n\nShip `src/a.cs`.\n\n## In Progress\n\nThe parser.\n\n### Details\n\nHalf done.\n\n## Next 3 Steps\n\n1. Edit `src/a.cs`.\n\n## Important Files\n\n- `src/a.cs`\n\n## Blockers\n\nNone.";

    [Fact]
    public void Five_answers_become_nine_items_and_no_word_is_lost()
    {
        using var repository = new TemporaryRepository();
        repository.Write("HANDOFF.md", FiveAnswers);

        var file = Convert(repository, Profile.Contract).Files.Single(file => file.Path == "HANDOFF.md");

        Assert.Equal(FileChangeKind.Merged, file.Kind);
        Assert.Equal("added Done when, Constraints and non-goals, State, Validation, Review", file.Note);
        Assert.Equal(
            ["Current Goal", "Done when", "Constraints and non-goals", "State", "In Progress", "Details", "Next 3 Steps", "Important Files", "Blockers", "Validation", "Review"],
            Headings(repository).Skip(1));
        Assert.Equal(FiveAnswers.Split('\n').Where(line => line.Length > 0), repository.Read("HANDOFF.md").Split('\n').Intersect(FiveAnswers.Split('\n')).Where(line => line.Length > 0));
        Assert.Contains("\n\nShip `src/a.cs`.\n\n## Done when\n\n- [ ] <fill:", repository.Read("HANDOFF.md"), StringComparison.Ordinal);
        Assert.Contains("\n\nNone.\n\n## Validation\n", repository.Read("HANDOFF.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_asked_in_other_words_or_another_language_is_not_asked_twice()
    {
        using var repository = new TemporaryRepository();
        repository.Write("HANDOFF.md", "# Übergabe\n\n**Ziel:** Import fertigstellen.\n\n## Abnahmekriterien\n\n- `dotnet test`\n\n## Nächste Schritte\n\n1. `src/a.cs`\n");

        Convert(repository, Profile.Contract);

        var headings = Headings(repository);
        Assert.DoesNotContain("Goal", headings);
        Assert.DoesNotContain("Done when", headings);
        Assert.DoesNotContain("Next three steps", headings);
        Assert.Contains("Review", headings);
    }

    [Fact]
    public void Nine_items_become_five_answers_without_what_was_never_filled_in()
    {
        using var repository = new TemporaryRepository();
        repository.Write("HANDOFF.md", FiveAnswers);
        Convert(repository, Profile.Contract);
        repository.Write("HANDOFF.md", repository.Read("HANDOFF.md").Replace("- Reviewer: <fill: a lane, tool or person other than the one who makes the change>", "- Reviewer: Ada", StringComparison.Ordinal));

        var plan = Convert(repository, Profile.Relay);

        Assert.Equal(["Current Goal", "In Progress", "Details", "Next 3 Steps", "Important Files", "Blockers", "Review"], Headings(repository).Skip(1));
        Assert.Contains("- Reviewer: Ada\n", repository.Read("HANDOFF.md"), StringComparison.Ordinal);
        Assert.StartsWith(FiveAnswers, repository.Read("HANDOFF.md"), StringComparison.Ordinal);
        Assert.Equal("removed Done when, Constraints and non-goals, State, Validation, which were not filled in", plan.Files.Single(file => file.Path == "HANDOFF.md").Note);
    }

    [Fact]
    public void There_and_back_gives_the_bytes_that_were_there()
    {
        using var repository = new TemporaryRepository();
        var before = FiveAnswers + "\n";
        repository.Write("HANDOFF.md", before);

        Convert(repository, Profile.Contract);
        Convert(repository, Profile.Relay);

        Assert.Equal(before, repository.Read("HANDOFF.md"));
    }

    [Fact]
    public void Line_ends_byte_order_mark_and_broken_bytes_stay()
    {
        using var repository = new TemporaryRepository();
        byte[] before = [0xEF, 0xBB, 0xBF, .. "## Goal\r\n\r\nShip "u8, 0xFF, .. "\r\n\r\n## Blockers\r\n\r\nNone\r\n"u8];
        var path = repository.Write("HANDOFF.md", "");
        File.WriteAllBytes(path, before);

        Convert(repository, Profile.Contract);

        var after = File.ReadAllBytes(path);
        Assert.True(after.AsSpan().StartsWith(before.AsSpan(0, 22)));
        Assert.True(after.AsSpan().IndexOf("## Done when\r\n\r\n- [ ] "u8) > 0);
        Assert.Equal(after.AsSpan().Count((byte)'\n'), after.AsSpan().Count("\r\n"u8));
    }

    [Theory]
    [InlineData("# mine\nprofile: relay # five\nrules: {}\n", "# mine\nprofile: contract # five\nrules: {}\n")]
    [InlineData("profile: \"relay\"\r\npacket: .\r\n", "profile: contract\r\npacket: .\r\n")]
    [InlineData("packet: .\n", "packet: .\n\nprofile: contract\n")]
    [InlineData("profile: contract\n", "profile: contract\n")]
    public void The_configuration_names_the_new_profile(string before, string after)
    {
        using var repository = new TemporaryRepository();
        repository.Write("coderelay.yml", before);

        Convert(repository, Profile.Contract);

        Assert.Equal(after, repository.Read("coderelay.yml"));
        Assert.Equal(Profile.Contract, Configuration.Load(Repository.Discover(repository.Path)).Profile);
    }

    [Fact]
    public void A_configuration_in_one_line_is_left_alone_and_named()
    {
        using var repository = new TemporaryRepository();
        repository.Write("coderelay.yml", "{ profile: relay }\n");

        var refusal = Assert.Throws<ScaffoldException>(() => Convert(repository, Profile.Contract));

        Assert.Equal("coderelay.yml: write `profile: contract` there, then run this again; nothing was changed", refusal.Message);
    }

    [Fact]
    public void Without_a_wish_for_a_profile_nothing_is_converted()
    {
        using var repository = new TemporaryRepository();
        repository.Write("HANDOFF.md", "# Ours\n");
        repository.Write("coderelay.yml", "profile: contract\n");

        Convert(repository, profile: null);

        Assert.Equal("# Ours\n", repository.Read("HANDOFF.md"));
        Assert.Equal("profile: contract\n", repository.Read("coderelay.yml"));
    }

    [Theory]
    [InlineData(Profile.Contract)]
    [InlineData(Profile.Relay)]
    public void A_converted_packet_lacks_nothing_but_what_is_to_be_filled_in(Profile profile)
    {
        using var directory = new TemporaryRepository();
        directory.Write("HANDOFF.md", "# Handoff\n\n## Goal\n\nShip `src/a.cs`.\n");
        directory.Write("src/a.cs", "");
        Convert(directory, profile);
        var repository = Repository.Discover(directory.Path);

        var result = RuleCatalog.Check(AnalysisInput.Of(repository, Configuration.Load(repository)));

        Assert.Equal(profile, Assert.Single(result.Input.Packets).Profile);
        Assert.All(result.Findings, finding => Assert.Equal("RLY4012", finding.Rule.Id));
    }

    [Fact]
    public void A_second_conversion_changes_nothing()
    {
        using var repository = new TemporaryRepository();
        repository.Write("HANDOFF.md", FiveAnswers);
        Convert(repository, Profile.Contract);
        var once = repository.Read("HANDOFF.md");

        var plan = Convert(repository, Profile.Contract);

        Assert.Equal(once, repository.Read("HANDOFF.md"));
        Assert.All(plan.Files, file => Assert.Equal(FileChangeKind.Kept, file.Kind));
    }

    private static ScaffoldPlan Convert(TemporaryDirectory directory, Profile? profile)
    {
        var repository = Repository.Discover(directory.Path);
        var plan = ScaffoldPlanner.Plan(repository, Configuration.Load(repository), new ScaffoldOptions { Version = "1.2.3", Profile = profile });
        ScaffoldWriter.Apply(repository, plan);
        return plan;
    }

    private static IReadOnlyList<string> Headings(TemporaryDirectory directory) =>
        [.. new Document("HANDOFF.md", SourceText.From(directory.Read("HANDOFF.md"))).Sections.Where(section => section.Level is > 0 and < 7).Select(section => section.Title)];
}
