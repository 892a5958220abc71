using CodeRelay.Git;

namespace CodeRelay.Tests.Git;

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
    public void What_happens_between_two_answers_is_not_counted_as_gits_time()
    {
        using var repository = new TemporaryRepository();
        var clock = new SetClock();
        var git = new GitCommand(repository.Path) { TotalLimit = TimeSpan.FromMinutes(1), Time = new GitTime(clock) };

        git.Run("--version");
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, git.Run("--version").ExitCode);
    }

    [Fact]
    public void The_time_of_all_answers_is_counted_together()
    {
        using var repository = new TemporaryRepository();
        repository.Write("a.txt", "a");
        repository.Commit("Add a file");
        var clock = new SetClock();
        var git = new GitCommand(repository.Path) { TotalLimit = TimeSpan.FromMinutes(1), Time = new GitTime(clock) };

        // The clock is set forward while git is at work.
        foreach (var _ in Enumerable.Range(0, 2))
            git.FindRecord('x', _ => clock.Advance(TimeSpan.FromSeconds(40)), ["log", "--format=x%H"]);
        var refusal = Assert.Throws<GitException>(() => git.Run("--version"));

        Assert.Equal("git took longer than 60 s altogether", refusal.Message);
    }

    [Fact]
    public void Questions_that_are_asked_side_by_side_count_once()
    {
        var clock = new SetClock();
        var time = new GitTime(clock);

        time.Begin();
        clock.Advance(TimeSpan.FromSeconds(1));
        time.Begin();
        clock.Advance(TimeSpan.FromSeconds(1));
        time.End();
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(3), time.Elapsed);
        time.End();
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(3), time.Elapsed);
    }

    [Fact]
    public void An_answer_without_end_is_cut_off()
    {
        using var repository = new TemporaryRepository();
        var git = new GitCommand(repository.Path) { OutputLimit = 1024 * 1024 };

        var refusal = Assert.Throws<GitException>(() => git.Run("-c", "alias.endless=!yes", "endless"));

        Assert.Equal("the answer of git endless is longer than 1 MB", refusal.Message);
    }

    private sealed class SetClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        /// <returns>False, so that it may stand where a record is looked at.</returns>
        public bool Advance(TimeSpan time)
        {
            _now += time.Ticks;
            return false;
        }
    }
}
