using CodeRelay.Evidence.Redundancy;

namespace CodeRelay.Tests.Evidence.Redundancy;

public sealed class PassageIndexTests
{
    private const string Claim = "The parser retries an expired token twice before the queue drops the message.";

    // Enough of everyday text that rarity means something.
    private static readonly string[] Background =
    [
        .. Enumerable.Range(0, 40).Select(i => $"The service of part {i} is the one that the user sees before the other.\n\n- It is for the reader of page {i} and the team.\n"),
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void However_many_wrote_in_whatever_order_the_same_passages_are_named(int writers)
    {
        // Equally good passages in several files: only their order decides.
        string[] texts = [.. Background, .. Enumerable.Range(0, 12).Select(_ => "Intro.\n\nThe parser retries an expired token.\n\nThe queue drops the message after that.\n")];
        var claims = Sample.Claims(Claim, "The queue drops the message.", "A user sees page 7 of the reader.");
        var alone = Sample.Index(claims, texts);

        foreach (var seed in Enumerable.Range(1, 5))
        {
            var all = Enumerable.Range(0, writers).Select(_ => new PassageWriter(claims.Vocabulary)).ToArray();
            var order = Enumerable.Range(0, texts.Length).OrderBy(i => (i * 7919 * seed) % 104729).ToArray();
            for (var i = 0; i < order.Length; i++)
                all[(i * seed) % writers].AddText(order[i], texts[order[i]]);
            var split = new PassageIndex(all, claims.All, claims.Vocabulary.Count);

            foreach (var claim in claims.All)
            {
                var (expected, actual) = (alone.Cover(claim), split.Cover(claim));
                Assert.Equal(Named(expected), Named(actual));
                Assert.Equal((expected.Share, expected.RareCount, expected.SubjectShare), (actual.Share, actual.RareCount, actual.SubjectShare));
            }
        }
    }

    [Fact]
    public void Rare_words_weigh_more_than_common_ones()
    {
        var claims = Sample.Claims("before the quaternion");
        var index = Sample.Index(claims, [.. Background, "A quaternion.", "It comes before the end."]);
        var byWeight = claims.All[0].Terms.Select(index.WeightOf).Order().ToArray();

        var (rare, common) = (index.Cover(claims.All[0]), Sample.Index(claims, Background).Cover(claims.All[0]));

        Assert.True(byWeight[^1] > 5 * byWeight[0]);
        Assert.Equal(40, Assert.Single(rare.Passages.Take(1)).Source);
        Assert.True(rare.Share > common.Share);
    }

    [Fact]
    public void What_a_passage_and_its_neighbour_say_together_is_covered_by_both()
    {
        const string Both = "# Notes\n\n- The parser retries an expired token twice.\n- Then the queue drops the message.\n";

        var together = Sample.Cover(Claim, [.. Background, Both]);
        var first = Sample.Cover(Claim, [.. Background, "# Notes\n\n- The parser retries an expired token twice.\n"]);

        Assert.Equal([3, 4], together.Passages.Select(passage => passage.Line).Order());
        Assert.True(together.Share > 0.85 && first.Share < 0.8, $"{together.Share} {first.Share}");
    }

    [Fact]
    public void Passages_far_apart_or_in_two_files_do_not_add_up()
    {
        var (one, other) = ("- The parser retries an expired token twice.\n", "- Then the queue drops the message.\n");

        var twoFiles = Sample.Cover(Claim, [.. Background, one, other]);
        var farApart = Sample.Cover(Claim, [.. Background, one + string.Concat(Enumerable.Repeat("\n", 40)) + other]);

        Assert.Single(twoFiles.Passages);
        Assert.Single(farApart.Passages);
    }

    [Fact]
    public void Common_words_alone_cover_nothing()
    {
        var coverage = Sample.Cover("The user of the quaternion sees the gimbal before the horizon of the scanner.", Background);

        Assert.True(coverage.Share < 0.5, $"{coverage.Share}");
        Assert.Equal(0, coverage.SubjectShare);
    }

    [Theory]
    [InlineData("解析器在令牌过期后重试两次,然后队列丢弃消息。", "解析器在令牌过期后重试两次。", "数据库迁移已经准备完毕,等待审核。")]
    [InlineData("トークンが期限切れになるとパーサーは再試行する。", "期限切れのトークンでパーサーが再試行する", "データベースの移行は準備できている")]
    [InlineData("토큰이 만료되면 파서가 두 번 재시도한다.", "파서가 두 번 재시도한다: 토큰이 만료되면", "데이터베이스 이전이 준비되었다.")]
    public void Text_without_spaces_is_compared_too(string claim, string same, string other)
    {
        var covered = Sample.Cover(claim, [.. Background, same]);
        var uncovered = Sample.Cover(claim, [.. Background, other]);

        Assert.True(covered.Share > 0.4, $"{covered.Share}");
        Assert.True(uncovered.Share < 0.2, $"{uncovered.Share}");
    }

    [Fact]
    public void Nothing_said_or_nothing_read_covers_nothing()
    {
        Assert.Equal(Containment.None, Sample.Cover(Claim));
        Assert.Empty(Sample.Cover(Claim, "Wholly unrelated.").Passages);
    }

    private static string Named(Containment coverage) => string.Join(' ', coverage.Passages.Select(passage => $"{passage.Source}:{passage.Line}"));
}
