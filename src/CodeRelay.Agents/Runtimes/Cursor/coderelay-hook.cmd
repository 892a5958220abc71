@echo off
rem Written by `coderelay hooks install`, which replaces and removes it as long as this line stands.
rem Cursor on Windows starts a .cmd; this one hands over to the coderelay command and is silent where that is not installed.
where coderelay >nul 2>nul || exit /b 0
coderelay hook %1 --runtime cursor
exit /b 0
