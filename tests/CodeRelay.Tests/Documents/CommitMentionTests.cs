using CodeRelay.Documents;

namespace CodeRelay.Tests.Documents;

public sealed class CommitMentionTests
{
    private const string Full = "0123456789abcdef0123456789abcdef01234567";

    [Theory]
    [InlineData("fixed in 3f2a91c.", "3f2a91c")]
    [InlineData("(`1b9dc633`)", "1b9dc633")]
    [InlineData("main@7f29e66", "7f29e66")]
    [InlineData("3f2a91c..9e8d7c6b", "3f2a91c | 9e8d7c6b")]
    [InlineData("commit " + Full, Full)]
    [InlineData("0000000000000000000000000000000000000000", "0000000000000000000000000000000000000000")]
    [InlineData("### Phase 2 (commit `748b5e69`)", "748b5e69")]
    [InlineData("`git show 3f2a91c`", "3f2a91c")]
    [InlineData("```sh\ngit checkout 3f2a91c\n```", "3f2a91c")]
    [InlineData("提交3f2a91c已推送", "")]
    [InlineData("提交 3f2a91c 已推送", "3f2a91c")]
    public void Ids_of_seven_to_forty_digits_are_commits(string text, string expected) => Assert.Equal(expected, Mentions.Targets(text, MentionKind.Commit));

    [Theory]
    [InlineData("defaced facade decade")]
    [InlineData("1234567 and 20260131")]
    [InlineData("3f2a91")]
    [InlineData("colours #1a2b3c4 and #1a2b3c4d")]
    [InlineData("id fdc5cddf-0304-448e-ba40-7cace6062dab")]
    [InlineData("md5 d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("digest e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("sha256:3f2a91c4")]
    [InlineData("v1.2.0-4-g3f2a91c")]
    [InlineData("3f2a91c-dirty")]
    [InlineData("owner/name@3f2a91c")]
    [InlineData("https://example.org/commit/3f2a91c and [3f2a91c](https://example.org/commit/3f2a91c)")]
    [InlineData("3f2a91c.tar.gz and 3f2a91c_init.py")]
    [InlineData("artifact 3f2a91c… or 3f2a91c...")]
    [InlineData("~~3f2a91c~~")]
    public void Other_hex_is_none(string text) => Assert.Equal("", Mentions.Targets(text, MentionKind.Commit));
}
