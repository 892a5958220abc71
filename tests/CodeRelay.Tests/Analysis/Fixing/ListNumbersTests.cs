using CodeRelay.Analysis.Fixing;

namespace CodeRelay.Tests.Analysis.Fixing;

public sealed class ListNumbersTests
{
    [Theory]
    [InlineData("1. a\n2. b\n3. c\n", "1. a\n3. c\n", "1. a\n2. c\n")]
    [InlineData("1. a\n2. b\n3. c\n", "2. b\n3. c\n", "1. b\n2. c\n")]
    [InlineData("3) a\n4) b\n5) c\n", "4) b\n5) c\n", "3) b\n4) c\n")]
    [InlineData("1. a\r\n2. b\r\n3. c\r\n", "1. a\r\n3. c\r\n", "1. a\r\n2. c\r\n")]
    [InlineData("1. a\n   more\n2. b\n   - inner\n3. c\n", "2. b\n   - inner\n3. c\n", "1. b\n   - inner\n2. c\n")]
    [InlineData("- x\n  1. a\n  2. b\n  3. c\n", "- x\n  1. a\n  3. c\n", "- x\n  1. a\n  2. c\n")]
    public void A_gap_that_a_deletion_left_is_closed(string before, string after, string mended) => Assert.Equal(mended, ListNumbers.Mend(before, after));

    [Theory]
    [InlineData("1. a\n1. b\n1. c\n", "1. a\n1. c\n")]
    [InlineData("1. a\n5. b\n7. c\n", "1. a\n7. c\n")]
    [InlineData("- a\n- b\n- c\n", "- a\n- c\n")]
    [InlineData("```\n1. a\n2. b\n3. c\n```\n", "```\n1. a\n3. c\n```\n")]
    [InlineData("Version 1. a\n\n1. a\n2. b\n\ntext\n\n3. c\n4. d\n", "Version 1. a\n\n1. a\n\ntext\n\n3. c\n4. d\n")]
    public void Other_lists_stay_as_they_were_written(string before, string after) => Assert.Equal(after, ListNumbers.Mend(before, after));
}
