using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Tests.Agents.Handoffs;

public sealed class RelayNameTests
{
    [Theory]
    [InlineData("app")]
    [InlineData("app-worker2")]
    [InlineData("App_1.2")]
    [InlineData(".hidden")]
    [InlineData("my app")]
    [InlineData("büro")]
    [InlineData("仕事")]
    public void Names_of_directories_are_recipients(string name) => Assert.True(RelayName.IsValid(name));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("-rf")]
    [InlineData("a\nb")]
    [InlineData("a\u001Bb")]
    [InlineData("a\0b")]
    [InlineData(" a")]
    [InlineData("a\u2028b")]
    public void What_could_lead_elsewhere_or_hide_is_refused(string name) => Assert.False(RelayName.IsValid(name));

    [Fact]
    public void A_name_that_no_file_system_takes_is_refused() => Assert.False(RelayName.IsValid(new string('a', 161)));

    [Theory]
    [InlineData("20260601T090000Z-from-app-login.md", true)]
    [InlineData("note.md", true)]
    [InlineData(".tmp-1-2-3", false)]
    [InlineData("../x.md", false)]
    [InlineData("x.txt", false)]
    [InlineData("-x.md", false)]
    public void Only_visible_markdown_files_are_handoffs(string name, bool isValid) => Assert.Equal(isValid, HandoffFileName.IsValid(name));

    [Fact]
    public void A_file_name_is_time_sender_and_topic_in_utc()
    {
        var created = new DateTimeOffset(2026, 6, 1, 11, 0, 0, TimeSpan.FromHours(2));

        Assert.Equal("20260601T090000Z-from-app-login.md", HandoffFileName.Of(created, "app", "login"));
        Assert.Equal("20260601T090000Z-from-app.md", HandoffFileName.Of(created, "app", null));
        Assert.Equal(created, HandoffFileName.TimeOf("20260601T090000Z-from-app.md"));
    }

    [Theory]
    [InlineData("Add the Reader of dates!", "add-the-reader-of-dates")]
    [InlineData("  über-Größe  ", "ber-gr-e")]
    [InlineData("日本語", null)]
    [InlineData("a  --  b", "a-b")]
    [InlineData("one two three four five six seven eight nine ten", "one-two-three-four-five-six-seven-eight")]
    public void A_topic_is_small_letters_digits_and_dashes(string text, string? topic) => Assert.Equal(topic, HandoffFileName.Topic(text));

    [Theory]
    [InlineData(".claim-123-20260601T090000Z-from-a-b.md", 123, "20260601T090000Z-from-a-b.md")]
    [InlineData(".claim-1-x.md", 1, "x.md")]
    [InlineData(".claim-0-x.md", 0, "x.md")]
    public void A_claim_is_split_at_the_first_dash(string file, int processId, string name)
    {
        Assert.True(LeaseName.TryParse(file, out var lease));
        Assert.Equal(new LeaseName(processId, name), lease);
        Assert.Equal(file, lease.ToString());
    }

    [Theory]
    [InlineData(".claim-1a-x.md")]
    [InlineData(".claim--x.md")]
    [InlineData(".claim-12-../x.md")]
    [InlineData(".claim-12-.x.md")]
    [InlineData(".claim-12")]
    public void What_is_no_claim_of_a_process_is_left_alone(string file) => Assert.False(LeaseName.TryParse(file, out _));
}
