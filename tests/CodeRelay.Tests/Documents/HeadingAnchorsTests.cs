using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Tests.Documents;

public sealed class HeadingAnchorsTests
{
    [Theory]
    [InlineData("Getting Started", "getting-started")]
    [InlineData("What's *new*, `code` & more?", "whats-new-code--more")]
    [InlineData("Ünïcode Überschrift", "ünïcode-überschrift")]
    [InlineData("日本語 の 見出し", "日本語-の-見出し")]
    [InlineData("🎉 Done", "-done")]
    [InlineData("snake_case - and — dashes", "snake_case---and--dashes")]
    public void Slugs_are_made_as_GitHub_makes_them(string heading, string slug)
    {
        var document = new Document("a.md", SourceText.From($"# {heading}\n"));

        Assert.Equal(slug, HeadingAnchors.Slug(document.Sections[1].Title));
        Assert.True(new HeadingAnchors(document).Contains(slug));
    }

    [Theory]
    [InlineData("usage", true)]
    [InlineData("usage-1", true)]
    [InlineData("usage-2", false)]
    [InlineData("Usage", true)]
    [InlineData("set-by-hand", true)]
    [InlineData("named", true)]
    [InlineData("custom", true)]
    [InlineData("top", true)]
    [InlineData("%C3%BCber", true)]
    [InlineData("user-content-usage", true)]
    [InlineData("missing", false)]
    [InlineData("in-a-fence", false)]
    public void Duplicates_attributes_and_encoded_anchors_are_known(string anchor, bool isThere)
    {
        var document = new Document("a.md", SourceText.From("# Usage\n\n## Usage\n\n<a id=\"set-by-hand\"></a><a name=named>\n\n## Über\n\n## Other {#custom}\n\n```\n# In a fence\n```\n"));

        Assert.Equal(isThere, new HeadingAnchors(document).Contains(anchor));
    }
}
