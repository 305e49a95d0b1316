#compdef dossier
# zsh completion for dossier
_dossier() {
    local -a candidates
    local line
    while IFS= read -r line; do
        candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done < <(dossier __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    if (( ${#candidates} )); then
        _describe 'dossier' candidates
    else
        _files
    fi
}
if [[ "${funcstack[1]}" = _dossier ]]; then
    _dossier "$@"
else
    compdef _dossier dossier
fi
