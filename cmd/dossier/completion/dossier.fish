# fish completion for dossier
function __dossier_candidates
    set -l words (commandline -opc) (commandline -ct | string unescape)
    dossier __complete $words[2..-1] 2>/dev/null
end
complete -c dossier -f -a '(__dossier_candidates)'
complete -c dossier -n 'not __dossier_candidates | string length -q' -F
