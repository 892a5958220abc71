using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Tests.Agents.Handoffs;

public sealed class SlugTests
{
    [Theory]
    [InlineData("/home/u/app", "home-u-app")]
    [InlineData("/app", "app")]
    public void A_plain_path_becomes_its_parts_with_dashes(string path, string slug) => Assert.Equal(slug, Slug.Of(path));

    [Theory]
    [InlineData("/home/u/app-worker", "home-u-app")]
    [InlineData("/home/u/app-worker2", "home-u-app")]
    [InlineData("/home/u/app-wt", "home-u-app")]
    [InlineData("/home/u/app-wt3", "home-u-app")]
    [InlineData("/home/u/app-preview", "home-u-app")]
    [InlineData("/home/u/app-dev-preview", "home-u-app")]
    public void Siblings_by_their_suffix_share_the_slug(string path, string slug) => Assert.Equal(slug, Slug.Of(path));

    [Theory]
    [InlineData("/a/app-worker-dev-preview", "a-app")]
    [InlineData("/a/app-wt2-worker3", "a-app")]
    [InlineData("/a/app-worker3-wt2", "a-app-worker3")]
    [InlineData("/a/app-dev-preview-preview", "a-app-dev-preview")]
    [InlineData("/a/a-worker1-worker2", "a-a-worker1")]
    public void Suffixes_are_cut_in_a_fixed_order_and_once_each(string path, string slug) => Assert.Equal(slug, Slug.Of(path));

    [Theory]
    [InlineData("/a/app-worker2x", "a-app-worker2x")]
    [InlineData("/a/App-WORKER", "a-App-WORKER")]
    [InlineData("/a/feature-x", "a-feature-x")]
    [InlineData("/a/.hidden", "a-.hidden")]
    [InlineData("/a/my app", "a-my app")]
    public void Other_names_stay_as_they_are(string path, string slug) => Assert.Equal(slug, Slug.Of(path));

    [Fact]
    public void Different_paths_can_share_a_slug_but_not_the_path_of_their_family()
    {
        Assert.Equal(Slug.Of("/a/b-c"), Slug.Of("/a-b/c"));
        Assert.NotEqual(Slug.FamilyPath("/a/b-c"), Slug.FamilyPath("/a-b/c"));
    }

    [Fact]
    public void The_recipient_keeps_the_suffix()
    {
        var place = InboxPlace.Of("/inbox", "/home/u/app-worker2");

        Assert.Equal(("home-u-app", "app-worker2"), (place.Slug, place.Recipient));
        Assert.Equal(Path.Combine("/inbox", "home-u-app", "app-worker2", "unread"), place.Unread);
        Assert.Equal(Path.Combine("/inbox", "home-u-app", "app-worker2", "read"), place.Read);
    }
}
