namespace CodeRelay.Git;

/// <summary>How long git has been at work for one caller. Questions that are asked side by side count once.</summary>
internal sealed class GitTime(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private TimeSpan _before;
    private long _begin;
    private int _running;

    public TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
                return _before + (_running > 0 ? clock.GetElapsedTime(_begin) : TimeSpan.Zero);
        }
    }

    public void Begin()
    {
        lock (_lock)
        {
            if (_running++ == 0)
                _begin = clock.GetTimestamp();
        }
    }

    public void End()
    {
        lock (_lock)
        {
            if (--_running == 0)
                _before += clock.GetElapsedTime(_begin);
        }
    }
}
