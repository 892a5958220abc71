using CodeRelay.Workspace;

namespace CodeRelay.Tests.Workspace;

/// <summary>A git that hangs or never stops talking ends with a message; the slow one here is git itself, by an alias.</summary>
public sealed class GitLimitTests
{
    [Fact]
    public void An_answer_that_does_not_come_is_given_up_and_the_question_named()
    {
        using var repository = new TemporaryRepository();
        var git = new GitCommand(repository.Path) { TimeLimit = TimeSpan.FromSeconds(1) };

        var refusal = Assert.Throws<GitException>(() => git.Run("-c", "alias.slow=!sleep 600", "slow", "1"));

        Assert.Equal("git slow took longer than 1 s", refusal.Message);
    }

    [Fact]
    public void When_the_time_for_all_questions_is_over_none_is_asked_any_more()
    {
        using var repository = new TemporaryRepository();
        var git = new GitCommand(repository.Path) { TotalLimit = TimeSpan.FromSeconds(1) };

        Assert.Throws<GitException>(() => git.Run("-c", "alias.slow=!sleep 600", "slow"));
        var refusal = Assert.Throws<GitException>(() => git.Run("--version"));

        Assert.Equal("git took longer than 1 s altogether", refusal.Message);
    }

    [Fact]
    public void An_answer_without_end_is_cut_off()
    {
        using var repository = new TemporaryRepository();
        var git = new GitCommand(repository.Path) { OutputLimit = 1024 * 1024 };

        var refusal = Assert.Throws<GitException>(() => git.Run("-c", "alias.endless=!yes", "endless"));

        Assert.Equal("the answer of git endless is longer than 1 MB", refusal.Message);
    }
}
